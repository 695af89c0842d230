/** The shell's ports in memory: an echo bot that remembers its turns, a delivery queue and the references. */
import type { Reply } from '../../../bot/conversation/types.ts';
import { StoreUnavailable } from '../../../bot/store/errors.ts';
import type { ActivityLog, DeliveryQueue, Handled, Incoming, Message, References } from '../../../bot/ports.ts';

export type Mark = 'delivered' | 'unknown' | 'refused';

export interface Shell {
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly queue: DeliveryQueue;
  readonly references: References;
  readonly messages: Pick<ActivityLog, 'read'>;
  /** The turns that ran, redeliveries not among them. */
  readonly runs: readonly Incoming[];
  /** How the bot's rows of a conversation were marked; null while they wait. */
  marks(conversation: string): (Mark | null)[];
  /** What the channel keeps of a conversation. */
  kept(conversation: string): Readonly<Record<string, unknown>>;
  /** Appends a reply outside any turn, as the settlement of an effect does. */
  say(conversation: string, text: string, at?: Date): void;
  /** Makes the next uses of the queue fail. */
  breakMark(times: number): void;
}

/** What makes the echo bot's turn fail. The text must never reach a client. */
export const CRASH = 'krascha nu';
/** What the echo bot cannot take, as if its store were away. */
export const OUTAGE = 'lagret är borta';

export function createShell(): Shell {
  const rows: { message: Message; mark: Mark | null }[] = [];
  const turns = new Map<string, Promise<Handled>>();
  const references = new Map<string, Readonly<Record<string, unknown>>>();
  const runs: Incoming[] = [];
  let brokenMarks = 0;

  const append = (conversation: string, turn: string, content: Message['content'], at = new Date()): Message => {
    const seq = rows.filter((row) => row.message.conversation === conversation).length + 1;
    const message: Message = { conversation, seq, turn, from: content.kind === 'user' ? 'user' : 'bot', at, content };
    rows.push({ message, mark: content.kind === 'user' ? 'delivered' : null });
    return message;
  };
  const run = (incoming: Incoming): Handled => {
    const { id, conversation } = incoming;
    if (incoming.event.kind === 'said' && incoming.event.text === CRASH) throw new Error(`failed on ${CRASH}`);
    if (incoming.event.kind === 'said' && incoming.event.text === OUTAGE) throw new StoreUnavailable('unreachable', 'The database does not answer.');
    runs.push(incoming);
    const replies = echo(incoming);
    const own = append(conversation, id, { kind: 'user', text: '', choice: null, origin: {} });
    const messages = [own, ...replies.map((reply) => append(conversation, id, { kind: 'reply', reply }))];
    return { messages, replies, trace: null, repeated: false };
  };

  return {
    handle: async (incoming) => {
      const key = `${incoming.conversation} ${incoming.id}`;
      const recorded = turns.get(key);
      if (recorded !== undefined) return { ...(await recorded), repeated: true };
      const handled = Promise.resolve().then(() => run(incoming));
      turns.set(key, handled);
      handled.catch(() => turns.delete(key));
      return handled;
    },
    queue: {
      next: (conversation, limit) => {
        const waiting = rows.filter(({ message, mark }) => mark === null && (conversation === null || message.conversation === conversation));
        return Promise.resolve(waiting.slice(0, limit).map((row) => row.message));
      },
      mark: (marks) => {
        if (brokenMarks-- > 0) return Promise.reject(new Error('the database is locked'));
        for (const { conversation, seq, result } of marks) {
          const row = rows.find(({ message }) => message.conversation === conversation && message.seq === seq);
          if (row !== undefined) row.mark = result;
        }
        return Promise.resolve();
      },
    },
    references: {
      save: (conversation, reference) => {
        references.set(conversation, structuredClone(reference));
        return Promise.resolve();
      },
      load: (conversation) => Promise.resolve(references.get(conversation) ?? null),
    },
    messages: {
      read: (conversation, after, limit) => Promise.resolve(rows.map((row) => row.message).filter((message) => message.conversation === conversation && message.seq > after).slice(0, limit)),
    },
    runs,
    marks: (conversation) => rows.filter(({ message }) => message.conversation === conversation && message.from === 'bot').map((row) => row.mark),
    kept: (conversation) => references.get(conversation) ?? {},
    say: (conversation, text, at) => {
      append(conversation, 'settled', { kind: 'reply', reply: { text } }, at);
    },
    breakMark: (times) => {
      brokenMarks = times;
    },
  };
}

/** What the echo bot will not talk about where others read along. */
export const PRIVATE = 'mitt kort är borta';
/** What makes the echo bot ask a question as a dialog does, and what makes it answer out of the knowledge. */
export const ASK = 'fråga mig';
export const ANSWER = 'svara mig';

const canned: Readonly<Record<string, Reply>> = {
  [ASK]: { text: 'När hände det?', choices: [{ id: 'unknown-time', label: 'Vet inte' }, { id: 'cancel', label: 'Avbryt' }] },
  [ANSWER]: { text: 'Fem år.', answer: { intent: 'card-validity', source: { title: 'Frågor och svar', url: null, owner: 'x@example.se', reviewed: null } } },
};

function echo({ event, person, circumstances }: Incoming): Reply[] {
  switch (event.kind) {
    case 'said': {
      const reply = canned[event.text];
      if (reply !== undefined) return [reply];
      if (event.text === PRIVATE && circumstances?.isShared === true) {
        return [{ text: 'jag skriver till dig', inPrivate: { choice: 'intent:card-lost', text: PRIVATE, language: 'sv', person, otherwise: 'skriv till mig' } }];
      }
      return [{ text: `svar på ${event.text}`, choices: [{ id: 'yes', label: 'Ja' }] }];
    }
    case 'chose':
      return [{ text: `valde ${event.choice}` }];
    case 'joined':
      return [{ text: 'välkommen' }];
    default:
      return [];
  }
}
