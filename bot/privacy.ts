/** What a person may ask of the operator: everything about them, and its erasure. */
import type { Retention } from './config.ts';
import type { Erasure, Store } from './store/store.ts';

export interface PrivacyDeps {
  readonly store: Pick<Store, 'exportPerson' | 'erasePerson' | 'loadTicket'>;
  readonly retention: Retention;
  readonly print: (line: string) => void;
}

export const PRIVACY_USAGE = `npm run privacy -- COMMAND
  export PERSON       everything about a person, as JSON
  erase PERSON --yes  erase it, except what must be kept; says what that is
  who REFERENCE       the person behind a ticket
PERSON is the id that a channel gives: of Entra ID in Teams, of a browser tab in the web chat.`;

/** Runs one command and returns the exit code: 0 done, 1 nothing found, 2 not understood. */
export async function runPrivacy(args: readonly string[], deps: PrivacyDeps): Promise<number> {
  const [command, subject, ...options] = args;
  if (command === 'export' && subject !== undefined && options.length === 0) return exportTo(subject, deps);
  if (command === 'erase' && subject !== undefined && options.join(' ') === '--yes') return erase(subject, deps);
  if (command === 'who' && subject !== undefined && options.length === 0) return who(subject, deps);
  deps.print(PRIVACY_USAGE);
  return 2;
}

async function exportTo(person: string, { store, print }: PrivacyDeps): Promise<number> {
  const data = await store.exportPerson(person);
  print(JSON.stringify({ person, ...data }, null, 2));
  return Object.values(data).some((rows: readonly unknown[]) => rows.length > 0) ? 0 : 1;
}

async function erase(person: string, { store, retention, print }: PrivacyDeps): Promise<number> {
  const erasure = await store.erasePerson(person, retention.erasureKeeps);
  for (const line of erasureLines(erasure, retention)) print(line);
  return 0;
}

function erasureLines({ erased, kept, underWay }: Erasure, { days, erasureKeeps }: Retention): readonly string[] {
  const periodOf = (limit: number | null): string => (limit === null ? 'until further notice' : `for ${limit} days after the last that happened`);
  return [
    ...Object.entries(erased).map(([kind, count]) => `erased ${kind}: ${count}`),
    ...erasureKeeps.map((kind) => `kept ${kind}: ${kept[kind]} (${periodOf(days[kind])})`),
    ...(underWay === 0 ? [] : [`under way, and kept until it is done: ${underWay}`]),
    'Tickets in other systems, backups and logs are not touched: see docs/retention.md.',
  ];
}

async function who(reference: string, { store, print }: PrivacyDeps): Promise<number> {
  const ticket = await store.loadTicket(reference);
  print(ticket === null ? `There is no ticket ${reference}.` : ticket.personId);
  return ticket === null ? 1 : 0;
}
