/** The app manifest and its translation, as data (Teams app manifest schema 1.19). Pure. */
import { en } from './texts.en.ts';
import { type AppTexts, type Command, sv } from './texts.sv.ts';

/** What differs from one installation to another. */
export interface AppDetails {
  /** Of the bot registration; the app has the same id, so that a test app stands beside the real one. */
  readonly appId: string;
  /** Where people reach the bot's pages, e.g. https://bot.example.se. */
  readonly publicUrl: string;
  readonly name: string;
  readonly developer: string;
  /** Teams takes an update only with a higher one. */
  readonly version: string;
}

/** The oldest schema that has everything that is used: what is newer may not be in a tenant's Teams yet. */
const SCHEMA = 'https://developer.microsoft.com/json-schemas/teams/v1.19';

/** The manifest. The app has its Swedish words in it; English ones stand in a file of their own. */
export function manifestOf({ appId, publicUrl, name, developer, version }: AppDetails, texts: AppTexts = sv) {
  const { hostname, origin } = new URL(publicUrl);
  return {
    $schema: `${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: '1.19',
    version,
    id: appId,
    developer: { name: developer, websiteUrl: origin, privacyUrl: `${origin}/integritet`, termsOfUseUrl: `${origin}/tillganglighet` },
    localizationInfo: { defaultLanguageTag: 'sv', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    name: { short: name, full: texts.fullName(name) },
    description: { short: texts.short, full: texts.full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0b5568',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: texts.personal.map(shown) },
          { scopes: ['team', 'groupChat'], commands: texts.shared.map(shown) },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [hostname],
  };
}

/** The English words, by the place in the manifest whose words they replace (Teams localization schema). */
export function englishOf({ name }: AppDetails): Readonly<Record<string, string>> {
  return {
    $schema: `${SCHEMA}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name,
    'name.full': en.fullName(name),
    'description.short': en.short,
    'description.full': en.full,
    ...Object.fromEntries(commandTexts(en)),
  };
}

function commandTexts({ personal, shared }: AppTexts): [string, string][] {
  return [personal, shared].flatMap((commands, list) =>
    commands.flatMap(({ title, description }, index): [string, string][] => {
      const place = `bots[0].commandLists[${list}].commands[${index}]`;
      return [[`${place}.title`, title], [`${place}.description`, description]];
    }),
  );
}

function shown({ title, description }: Command): Omit<Command, 'intent'> {
  return { title, description };
}
