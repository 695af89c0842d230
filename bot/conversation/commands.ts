/** Words that steer the conversation itself, recognised only when they are the whole message. */
import type { Choice } from '../../dialogs/dialog.ts';
import { leadingYesOrNo, NO, YES } from '../../dialogs/yes-no.ts';

export type Command = 'cancel' | 'restart' | 'back' | 'help' | 'person' | 'erase' | 'status' | 'wait';
type Answer = 'yes' | 'no';

const PHRASES: Readonly<Record<Exclude<Command, 'status'>, readonly string[]>> = {
  cancel: [
    'avbryt', 'avbryta', 'avbryt det här', 'avsluta', 'sluta', 'stopp', 'stop', 'stoppa', 'strunta i det', 'strunt i det', 'skit i det', 'glöm det', 'glöm det här',
    'nej avbryt', 'vill avbryta', 'jag vill avbryta', 'ångra', 'jag ångrar mig', 'ångrar mig', 'det var inget', 'lägg ner',
    'cancel', 'quit', 'exit', 'abort', 'never mind', 'nevermind', 'forget it',
  ],
  restart: ['börja om', 'börja om från början', 'starta om', 'från början', 'start over', 'restart'],
  back: ['tillbaka', 'backa', 'bakåt', 'gå tillbaka', 'ett steg tillbaka', 'föregående', 'förra frågan', 'back', 'go back', 'previous'],
  // Neither a yes nor a no: whoever asks for time must not lose what they have written.
  wait: ['vänta', 'vänta lite', 'vänta lite till', 'vänta ett tag', 'ett ögonblick', 'vänta ett ögonblick', 'jag måste kolla', 'ska kolla', 'wait', 'hold on', 'one moment', 'just a moment', 'give me a minute'],
  help: ['hjälp', 'hjälp mig', 'help', 'meny', 'menu', 'vad kan du göra', 'vad kan du', 'what can you do'],
  person: [
    'människa', 'en människa', 'människa tack', 'person', 'en person', 'prata med någon', 'prata med en människa', 'jag vill prata med någon', 'jag vill prata med en människa',
    'prata med servicedesk', 'kontakta servicedesk', 'koppla mig', 'handläggare', 'medarbetare', 'agent', 'human', 'a human', 'talk to a human', 'talk to a person', 'talk to someone', 'real person',
  ],
  erase: [
    'radera mina uppgifter', 'radera mina personuppgifter', 'radera min data', 'radera mina data', 'radera allt om mig', 'radera mig', 'radera chatten', 'radera samtalet', 'radera det här samtalet', 'radera vår chatt',
    'ta bort mina uppgifter', 'ta bort mina personuppgifter', 'ta bort min data', 'ta bort mina data', 'ta bort allt om mig', 'ta bort chatten', 'glöm mig', 'jag vill radera mina uppgifter', 'jag vill att ni raderar mina uppgifter', 'kan du radera mina uppgifter',
    'delete my data', 'delete my personal data', 'delete my information', 'delete everything about me', 'delete this chat', 'erase my data', 'forget me', 'i want to delete my data', 'please delete my data', 'can you delete my data',
  ],
};

/** "hur går det med mitt ärende", "status på ärendet", "what happened to my ticket" */
const STATUS = /(?:hur gå(?:r|tt) det (?:med|för)|status|vad (?:har )?hän(?:der|t) (?:med|i)|läget|how is|what(?:'s| is| has)?.*(?:happen|status)).*(?:ärende|begäran|anmälan|ticket|case|request)|^(?:mina|mitt) ärenden?$|^my tickets?$/u;

const byPhrase = new Map<string, Exclude<Command, 'status'>>();
for (const command of ['cancel', 'restart', 'back', 'wait', 'help', 'person', 'erase'] as const) for (const phrase of PHRASES[command]) byPhrase.set(phrase, command);

/** Lower case, NFC, without punctuation at the ends or repeated spaces: the form in which commands are compared. */
export function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[.,!?:;"'”()…]+/gu, ' ').replace(/\s+/gu, ' ').trim();
}

export function commandOf(text: string): Command | null {
  const words = plain(text);
  return byPhrase.get(words) ?? (words.length <= 120 && STATUS.test(words) ? 'status' : null);
}

/** "är kortet spärrat nu?", "har ni spärrat det" */
const IF_BLOCKED = /(?:^| )(?:är|blev|har ni|har du|is|have you) (?:.{0,25} )?(?:spärrat|spärrad|blockerat|blocked)(?: |$)/u;

export function asksIfBlocked(text: string): boolean {
  return IF_BLOCKED.test(plain(text).slice(0, 120));
}

export function isYesOrNo(text: string): boolean {
  return yesOrNo(plain(text)) !== null;
}

/** Also in "nej, det löste sig". */
export function beginsWithYesOrNo(text: string): Answer | null {
  return leadingYesOrNo(`${plain(text)} `);
}

export function isNo(text: string): boolean {
  return yesOrNo(plain(text)) === 'no';
}

/** The choice that typed words mean: its label, one of its typed forms, a yes or no where one is offered, or its number unless the question has `ownNumbers`. */
export function choiceOf(text: string, offered: readonly Choice[], ownNumbers = false): Choice | null {
  const words = plain(text);
  if (words === '') return null;
  const named = offered.find((choice) => plain(choice.label) === words || choice.typed?.some((form) => plain(form) === words));
  if (named !== undefined) return named;
  const answer = yesOrNo(words);
  if (answer !== null) return offered.find((choice) => choice.id === answer) ?? null;
  const number = /^(?:alternativ |nummer |nr )?([1-9])$/u.exec(words)?.[1];
  return number === undefined || ownNumbers ? null : (offered[Number(number) - 1] ?? null);
}

function yesOrNo(words: string): Answer | null {
  if (YES.includes(words)) return 'yes';
  return NO.includes(words) ? 'no' : null;
}
