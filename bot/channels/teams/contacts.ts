/**
 * What the channel remembers of each conversation beside the conversation itself: the way to it, whether the person can
 * be reached, whether a reply may have been lost, and which of its messages answered what.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { References } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import { conversationKey } from './incoming.ts';
import { readReference, referenceOf, type Reference } from './reference.ts';

/** Answers that are remembered in each conversation; opinions on older ones are rare. */
const REMEMBERED_ANSWERS = 20;

/** Kept in the same JSON as the reference, so that it goes when the conversation goes. */
const state = z.object({
  unreachableSince: z.iso.datetime().optional(),
  unsure: z.boolean().optional(),
  answers: z.array(z.object({ id: z.string(), intent: z.string() })).optional().catch(undefined),
});
type State = z.infer<typeof state>;

export interface Contact {
  /** null when there is none, or none that this version understands. */
  readonly reference: Reference | null;
  readonly unreachableSince: Date | null;
  /** The connector never said whether it took the last reply. */
  readonly isUnsure: boolean;
  /** The messages that answered a question, by their ids in Teams, oldest first: its feedback buttons name the message only. */
  readonly answers: readonly { readonly id: string; readonly intent: string }[];
}

export interface Contacts {
  load(conversation: string): Promise<Contact>;
  /** Takes the way to a conversation from an activity; who writes can be reached. Returns what was known before. */
  meet(activity: InboundActivity): Promise<Contact>;
  /** Keeps the way to a conversation that the bot opened. */
  add(conversation: string, reference: Reference): Promise<void>;
  /** The person has blocked or removed the bot. */
  lose(conversation: string, since: Date): Promise<void>;
  /** Notes, or forgets, that a reply may have been lost. */
  doubt(conversation: string, isUnsure: boolean): Promise<void>;
  /** Notes that the message with this id answered this intent. */
  answered(conversation: string, id: string, intent: string): Promise<void>;
}

export function createContacts(references: References): Contacts {
  const load = async (conversation: string): Promise<Contact> => contactOf(await references.load(conversation));
  const change = async (conversation: string, changed: (state: State) => State): Promise<void> => {
    const kept = await references.load(conversation);
    const reference = readReference(kept);
    const state = stateOf(kept);
    if (reference !== null) await references.save(conversation, withState(reference, { ...state, ...changed(state) }));
  };
  return {
    load,
    meet: async (activity) => {
      const conversation = conversationKey(activity);
      const kept = await references.load(conversation);
      const { unsure, answers } = stateOf(kept);
      const next = withState(referenceOf(activity), { unsure, answers });
      // A write waits for the disk, and the same reference comes with every message.
      if (!isDeepStrictEqual(kept, next)) await references.save(conversation, next);
      return contactOf(kept);
    },
    add: (conversation, reference) => references.save(conversation, { ...reference }),
    lose: (conversation, since) => change(conversation, () => ({ unreachableSince: since.toISOString() })),
    doubt: (conversation, isUnsure) => change(conversation, () => ({ unsure: isUnsure || undefined })),
    answered: (conversation, id, intent) => change(conversation, ({ answers = [] }) => ({ answers: [...answers, { id, intent }].slice(-REMEMBERED_ANSWERS) })),
  };
}

function contactOf(kept: unknown): Contact {
  const { unreachableSince, unsure = false, answers = [] } = stateOf(kept);
  return { reference: readReference(kept), unreachableSince: unreachableSince === undefined ? null : new Date(unreachableSince), isUnsure: unsure, answers };
}

function stateOf(kept: unknown): State {
  return state.catch({}).parse(kept);
}

function withState(reference: Reference, { unreachableSince, unsure, answers }: State): Readonly<Record<string, unknown>> {
  return {
    ...reference,
    ...(unreachableSince === undefined ? {} : { unreachableSince }),
    ...(unsure === true ? { unsure } : {}),
    ...(answers === undefined ? {} : { answers }),
  };
}
