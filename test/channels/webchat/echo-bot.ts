/** A bot in memory that keeps the ports' promises: one record a turn, rows numbered from 1 without gaps, subscribers told. */
import type { ActivityLog, Handled, Incoming, Marks, Message } from '../../../bot/ports.ts';
import type { Reply, TurnEvent } from '../../../bot/conversation/types.ts';
import { memoryMarks } from './memory-marks.ts';

export interface EchoBot {
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly log: ActivityLog;
  readonly marks: Marks;
  /** Every turn that ran, redeliveries left out. */
  readonly turns: Incoming[];
  /** Says something unasked, as a settlement does. */
  say(conversation: string, reply: Reply): void;
  /** Makes `handle` fail, as a store that is down does. */
  failing: boolean;
}

export const welcome = 'Hej! Jag är en bot som svarar på frågor om ditt e-tjänstekort. Vad gäller det?';
export const welcomeChoices = [
  { id: 'intent:card-lost', label: 'Jag har tappat mitt kort' },
  { id: 'intent:pin-forgotten', label: 'Jag har glömt min PIN-kod' },
] as const;

export function createEchoBot(now: () => Date): EchoBot {
  const rows = new Map<string, Message[]>();
  const records = new Map<string, Handled>();
  const listeners = new Map<string, Set<() => void>>();
  const append = (conversation: string, turn: string, contents: readonly Message['content'][]): Message[] => {
    const log = rows.get(conversation) ?? [];
    const added = contents.map((content, index): Message => {
      return { conversation, turn, seq: log.length + index + 1, from: content.kind === 'user' ? 'user' : 'bot', at: now(), content };
    });
    rows.set(conversation, [...log, ...added]);
    listeners.get(conversation)?.forEach((notify) => notify());
    return added;
  };
  const bot: EchoBot = {
    turns: [],
    marks: memoryMarks(now),
    failing: false,
    say: (conversation, reply) => void append(conversation, 'unasked', [{ kind: 'reply', reply }]),
    handle: (incoming) => {
      if (bot.failing) return Promise.reject(new Error('the store is down'));
      const key = `${incoming.conversation} ${incoming.id}`;
      const recorded = records.get(key);
      if (recorded) return Promise.resolve({ ...recorded, repeated: true, conflicts: JSON.stringify(userRow(incoming)) !== JSON.stringify(contentOf(recorded)) });
      bot.turns.push(incoming);
      const replies = answer(incoming.event);
      const own = userRow(incoming);
      const messages = append(incoming.conversation, incoming.id, [...own, ...replies.map((reply) => ({ kind: 'reply', reply }) as const)]);
      const handled = { messages, replies, trace: null, repeated: false };
      records.set(key, handled);
      return Promise.resolve(handled);
    },
    log: {
      exists: (conversation) => Promise.resolve(rows.has(conversation)),
      read: (conversation, after, limit) => Promise.resolve((rows.get(conversation) ?? []).filter(({ seq }) => seq > after).slice(0, limit)),
      subscribe: (conversation, onChange) => {
        const of = listeners.get(conversation) ?? new Set();
        listeners.set(conversation, of.add(onChange));
        return () => of.delete(onChange);
      },
    },
  };
  return bot;
}

function contentOf({ messages }: Handled): readonly Message['content'][] {
  return messages.filter(({ from }) => from === 'user').map(({ content }) => content);
}

function userRow({ event, origin = {} }: Incoming): readonly Message['content'][] {
  if (event.kind === 'said') return [{ kind: 'user', text: event.text, choice: null, origin }];
  if (event.kind === 'chose') return [{ kind: 'user', text: event.label ?? event.choice, choice: event.choice, origin }];
  return [];
}

function answer(event: TurnEvent): readonly Reply[] {
  if (event.kind === 'joined') return [{ text: welcome, choices: welcomeChoices }];
  if (event.kind === 'said') return [{ text: `Du skrev: **${event.text}**`, choices: [{ id: 'yes', label: 'Ja' }, { id: 'no', label: 'Nej' }] }];
  if (event.kind === 'chose') return [{ text: `Du valde ${event.choice}.`, card: { title: 'Ditt val', facts: [{ label: 'Val', value: event.choice }] } }];
  return [];
}
