/** What is wrong with a configuration, told all at once and each with its remedy. */
import type { SettingName, Settings } from './settings.ts';

export interface Fault {
  readonly setting: string;
  readonly problem: string;
  readonly remedy: string;
}

/** The configuration cannot be used. The message lists every fault; no value of a secret setting is in it. */
export class ConfigError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ setting, problem, remedy }) => `- ${setting}: ${problem} ${remedy}`);
    super(`The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** The settings that a choice makes necessary. */
interface Requirement {
  readonly because: string;
  readonly applies: (settings: Settings) => boolean;
  readonly needs: readonly SettingName[];
}

const REQUIREMENTS: readonly Requirement[] = [
  { because: 'TICKET_BACKEND is "mail"', applies: (settings) => settings.TICKET_BACKEND === 'mail', needs: ['SMTP_URL', 'MAIL_FROM', 'MAIL_TO'] },
  {
    because: 'TICKET_BACKEND is "servicenow"',
    applies: (settings) => settings.TICKET_BACKEND === 'servicenow',
    needs: ['SERVICENOW_URL', 'SERVICENOW_USER', 'SERVICENOW_PASSWORD'],
  },
  { because: 'TICKET_BACKEND is "webhook"', applies: (settings) => settings.TICKET_BACKEND === 'webhook', needs: ['TICKET_WEBHOOK_URL', 'TICKET_WEBHOOK_SECRET'] },
  {
    because: 'CARD_BLOCK_BACKEND is "webhook"',
    applies: (settings) => settings.CARD_BLOCK_BACKEND === 'webhook',
    needs: ['CARD_BLOCK_WEBHOOK_URL', 'CARD_BLOCK_WEBHOOK_SECRET'],
  },
  {
    because: 'MICROSOFT_APP_ID is set',
    applies: (settings) => settings.MICROSOFT_APP_ID !== undefined,
    needs: ['MICROSOFT_APP_TENANT_ID'],
  },
  {
    because: 'MICROSOFT_APP_ID is set and MICROSOFT_APP_CREDENTIAL is "password"',
    applies: (settings) => settings.MICROSOFT_APP_ID !== undefined && settings.MICROSOFT_APP_CREDENTIAL === 'password',
    needs: ['MICROSOFT_APP_PASSWORD'],
  },
  {
    because: 'MICROSOFT_APP_CREDENTIAL is "certificate"',
    applies: (settings) => settings.MICROSOFT_APP_CREDENTIAL === 'certificate',
    needs: ['MICROSOFT_APP_ID', 'MICROSOFT_APP_CERTIFICATE_FILE', 'MICROSOFT_APP_CERTIFICATE_KEY_FILE'],
  },
  {
    because: 'MICROSOFT_APP_CREDENTIAL is "federated"',
    applies: (settings) => settings.MICROSOFT_APP_CREDENTIAL === 'federated',
    needs: ['MICROSOFT_APP_ID', 'MICROSOFT_APP_IDENTITY_CLIENT_ID'],
  },
  {
    because: 'MICROSOFT_APP_CREDENTIAL is "managed-identity"',
    applies: (settings) => settings.MICROSOFT_APP_CREDENTIAL === 'managed-identity',
    needs: ['MICROSOFT_APP_ID'],
  },
  {
    because: 'MICROSOFT_APP_PASSWORD is set',
    applies: (settings) => settings.MICROSOFT_APP_PASSWORD !== undefined,
    needs: ['MICROSOFT_APP_ID'],
  },
  {
    because: 'WEBCHAT_IDENTITY_ISSUER is set',
    applies: (settings) => settings.WEBCHAT_IDENTITY_ISSUER !== undefined,
    needs: ['WEBCHAT_IDENTITY_AUDIENCE'],
  },
  {
    because: 'WEBCHAT_IDENTITY_ISSUER is set and WEBCHAT_IDENTITY_PUBLIC_KEY is not',
    applies: (settings) => settings.WEBCHAT_IDENTITY_ISSUER !== undefined && settings.WEBCHAT_IDENTITY_PUBLIC_KEY === undefined,
    needs: ['WEBCHAT_IDENTITY_JWKS_URL'],
  },
  {
    because: 'a key or an audience of identities is set',
    applies: (settings) => [settings.WEBCHAT_IDENTITY_AUDIENCE, settings.WEBCHAT_IDENTITY_JWKS_URL, settings.WEBCHAT_IDENTITY_PUBLIC_KEY].some((value) => value !== undefined),
    needs: ['WEBCHAT_IDENTITY_ISSUER'],
  },
  {
    because: 'DATABASE_URL is set (several processes must accept the same tokens)',
    applies: (settings) => settings.DATABASE_URL !== undefined,
    needs: ['WEBCHAT_TOKEN_SECRET'],
  },
];

/** Settings that are missing beside the ones that are set. `faulty` are present but have a fault of their own. */
export function missingSettings(settings: Settings, faulty: ReadonlySet<string>): Fault[] {
  return REQUIREMENTS.filter(({ applies }) => applies(settings)).flatMap(({ because, needs }) =>
    needs
      .filter((setting) => settings[setting] === undefined && !faulty.has(setting))
      .map((setting) => ({ setting, problem: `${because}, so ${setting} is required.`, remedy: 'Set it in .env (see .env.example).' })),
  );
}
