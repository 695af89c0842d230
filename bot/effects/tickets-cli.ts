/** `npm run tickets`: Servicedesk's side of the tickets that the store keeps, in a terminal. */
import type { Store } from '../store/store.ts';
import type { Answer, ApplyAnswer } from './inbound.ts';
import { deadLetterLine, ticketDetails, ticketLine } from './tickets-lines.ts';

export interface TicketsDeps {
  readonly store: Pick<Store, 'listTickets' | 'loadTicket' | 'effects' | 'reviveEffect'>;
  readonly apply: ApplyAnswer;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly print: (line: string) => void;
}

export const TICKETS_USAGE = `npm run tickets -- COMMAND
  list                     the newest tickets (also without a command)
  show REFERENCE           one ticket with everything in it
  answer REFERENCE TEXT    write to the user
  close REFERENCE [TEXT]   close, with a last word
  block REFERENCE [TEXT]   confirm that the card of a block request is blocked now
  dead                     requests that could not be sent
  retry KEY                send one of them again`;

const MAX_LINES = 100;

type Command = (args: readonly string[], deps: TicketsDeps) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  list,
  show,
  answer: (args, deps) => act('commented', args, deps),
  close: (args, deps) => act('closed', args, deps),
  block: (args, deps) => act('blocked', args, deps),
  dead,
  retry,
};

/** Runs one command and returns the exit code: 0 done, 1 not possible, 2 not understood. */
export function runTickets([name = 'list', ...args]: readonly string[], deps: TicketsDeps): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command === undefined ? misused(deps) : command(args, deps);
}

function misused({ print }: TicketsDeps): Promise<number> {
  print(TICKETS_USAGE);
  return Promise.resolve(2);
}

async function list(_args: readonly string[], { store, print }: TicketsDeps): Promise<number> {
  const tickets = await store.listTickets(null, MAX_LINES);
  for (const ticket of tickets) print(ticketLine(ticket));
  if (tickets.length === 0) print('There are no tickets.');
  const unsent = await store.effects('dead', MAX_LINES);
  if (unsent.length > 0) print(`${unsent.length} could not be sent: npm run tickets -- dead`);
  return 0;
}

async function show([reference]: readonly string[], deps: TicketsDeps): Promise<number> {
  if (reference === undefined) return misused(deps);
  const ticket = await deps.store.loadTicket(reference);
  if (ticket === null) return unknown(reference, deps);
  for (const line of ticketDetails(ticket)) deps.print(line);
  return 0;
}

async function act(event: Answer['event'], [reference, ...words]: readonly string[], deps: TicketsDeps): Promise<number> {
  const text = words.join(' ').trim();
  if (reference === undefined || (event === 'commented' && text === '')) return misused(deps);
  switch (await deps.apply({ id: deps.newId(), reference, event, text, at: deps.now() })) {
    case 'applied':
      deps.print(`${reference} is ${event === 'commented' ? 'answered' : event}; the user has been told.`);
      return 0;
    case 'untold':
      deps.print(`${reference} is ${event === 'commented' ? 'answered' : event}, but the user's conversation is gone, so nobody has been told.`);
      return 0;
    case 'closed-before':
      deps.print(`${reference} is closed already; the user was told then.`);
      return 0;
    case 'not-a-block':
      deps.print(`${reference} is not a request to block a card. Use answer or close.`);
      return 1;
    case 'unknown-ticket':
      return unknown(reference, deps);
  }
}

async function dead(_args: readonly string[], { store, print }: TicketsDeps): Promise<number> {
  const letters = await store.effects('dead', MAX_LINES);
  for (const letter of letters) print(deadLetterLine(letter));
  if (letters.length === 0) print('Everything could be sent.');
  return 0;
}

async function retry([key]: readonly string[], deps: TicketsDeps): Promise<number> {
  if (key === undefined) return misused(deps);
  const isRevived = await deps.store.reviveEffect(key, deps.now());
  deps.print(isRevived ? 'The running bot sends it again.' : `Nothing with the key ${key} waits for this. See: npm run tickets -- dead`);
  return isRevived ? 0 : 1;
}

function unknown(reference: string, { print }: TicketsDeps): number {
  print(`There is no ticket ${reference}. See: npm run tickets -- list`);
  return 1;
}
