/** A run of `chat --jsonl`: one clock, many conversations, each line answered once. */
import type { Effect, Person, Reply, Settlement } from '../../../dialogs/dialog.ts';
import type { HandleIncoming, Message } from '../../ports.ts';
import { type ChatLine, type ChatResult, plainReply, plainSettlement } from './chat-lines.ts';

/** What a run needs of the shell. */
export interface SessionPorts {
  readonly handle: HandleIncoming;
  /** Does what has fallen due: late effects, repeated tries. */
  readonly wake: () => Promise<void>;
  /** Performs the effects that wait, and feeds their settlements back. */
  readonly settle: () => Promise<void>;
  /** The settlements that were fed back since the last call. */
  readonly takeSettlements: () => readonly Settled[];
  readonly read: (conversation: string, after: number) => Promise<readonly Message[]>;
  /** The effects that a turn asked for, and how they ended so far. */
  readonly effectsOf: (conversation: string, turn: string) => Promise<readonly { key: string; effect: Effect; settlement: Settlement | null }[]>;
  /** Moves the run's one clock. */
  readonly advance: (ms: number) => void;
}

export interface Settled {
  readonly key: string;
  readonly settlement: Settlement;
}

export interface Session {
  answer(line: ChatLine): Promise<ChatResult>;
}

interface Place {
  person: Person;
  seen: number;
  count: number;
}

export function createSession(ports: SessionPorts): Session {
  const places = new Map<string, Place>();
  const answered = new Map<string, ChatResult>();

  const placeOf = async (line: ChatLine): Promise<Place> => {
    const known = places.get(line.conversation);
    if (known !== undefined) {
      if (line.person !== undefined) known.person = personOf(line.person);
      return known;
    }
    const messages = await ports.read(line.conversation, 0);
    const place = { person: line.person === undefined ? anonymous(line.conversation) : personOf(line.person), seen: messages.at(-1)?.seq ?? 0, count: messages.length };
    places.set(line.conversation, place);
    return place;
  };

  /** Replies that the log holds beyond what this run has shown. */
  const fresh = async (conversation: string, place: Place): Promise<readonly Reply[]> => {
    const messages = await ports.read(conversation, place.seen);
    place.seen = messages.at(-1)?.seq ?? place.seen;
    return messages.flatMap(({ content }) => (content.kind === 'reply' ? [content.reply] : []));
  };

  const recorded = async (line: ChatLine, id: string): Promise<ChatResult | null> => {
    const own = answered.get(`${line.conversation}\n${id}`);
    if (own !== undefined) return own;
    const all = await ports.read(line.conversation, 0);
    if (!all.some((message) => message.turn === id)) return null;
    const replies = all.flatMap(({ turn, content }) => (turn === id && content.kind === 'reply' ? [plainReply(content.reply)] : []));
    const effects = await ports.effectsOf(line.conversation, id);
    return resultOf(line.conversation, id, replies, effects, effects.flatMap(({ key, settlement }) => (settlement === null ? [] : [{ key, settlement }])));
  };

  return {
    answer: async (line) => {
      if (line.advance !== undefined) ports.advance(line.advance);
      const place = await placeOf(line);
      const id = line.id ?? `line-${(place.count += 1)}`;
      const before = line.id === undefined ? null : await recorded(line, id);
      if (before !== null) return before;
      await ports.wake();
      const { conversation } = line;
      // What was erased meanwhile begins anew.
      if (place.seen > 0 && (await ports.read(conversation, place.seen - 1)).length === 0) place.seen = 0;
      const { person } = place;
      if (place.seen === 0) await ports.handle('terminal', { id: 'joined', conversation, person, event: { kind: 'joined' } });
      if (line.text !== undefined) await ports.handle('terminal', { id, conversation, person, event: { kind: 'said', text: line.text } });
      if (line.choice !== undefined) await ports.handle('terminal', { id, conversation, person, event: { kind: 'chose', choice: line.choice } });
      await ports.settle();
      const replies = (await fresh(conversation, place)).map(plainReply);
      const result = resultOf(conversation, id, replies, await ports.effectsOf(conversation, id), ports.takeSettlements());
      answered.set(`${conversation}\n${id}`, result);
      return result;
    },
  };
}

function resultOf(
  conversation: string,
  id: string,
  replies: ChatResult['replies'],
  effects: readonly { key: string; effect: Effect }[],
  settled: readonly Settled[],
): ChatResult {
  return {
    conversation,
    id,
    replies,
    effects: effects.map(({ key, effect }) => ({ key, ...effect })),
    settled: settled.map(({ key, settlement }) => plainSettlement(key, settlement)),
  };
}

function personOf({ id, name, verified }: NonNullable<ChatLine['person']>): Person {
  return { id, ...(name === undefined ? {} : { name }), verified };
}

function anonymous(conversation: string): Person {
  return { id: `anonymous:${conversation}`, verified: false };
}
