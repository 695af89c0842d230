/**
 * What the channel remembers of each conversation beside the conversation itself: the way to it, whether the person can
 * be reached, and whether a reply may have been lost.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { References } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import { conversationKey } from './incoming.ts';
import { readReference, referenceOf, type Reference } from './reference.ts';

/** Kept in the same JSON as the reference. */
const state = z.object({ unreachableSince: z.iso.datetime().optional(), unsure: z.boolean().optional() });
type State = z.infer<typeof state>;

export interface Contact {
  /** null when there is none, or none that this version understands. */
  readonly reference: Reference | null;
  readonly unreachableSince: Date | null;
  /** The connector never said whether it took the last reply. */
  readonly isUnsure: boolean;
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
}

export function createContacts(references: References): Contacts {
  const load = async (conversation: string): Promise<Contact> => contactOf(await references.load(conversation));
  const change = async (conversation: string, changes: State): Promise<void> => {
    const kept = await references.load(conversation);
    const reference = readReference(kept);
    if (reference !== null) await references.save(conversation, withState(reference, { ...state.catch({}).parse(kept), ...changes }));
  };
  return {
    load,
    meet: async (activity) => {
      const conversation = conversationKey(activity);
      const kept = await references.load(conversation);
      const { isUnsure } = contactOf(kept);
      const next = withState(referenceOf(activity), isUnsure ? { unsure: true } : {});
      // A write waits for the disk, and the same reference comes with every message.
      if (!isDeepStrictEqual(kept, next)) await references.save(conversation, next);
      return contactOf(kept);
    },
    add: (conversation, reference) => references.save(conversation, { ...reference }),
    lose: (conversation, since) => change(conversation, { unreachableSince: since.toISOString() }),
    doubt: (conversation, isUnsure) => change(conversation, { unsure: isUnsure || undefined }),
  };
}

function contactOf(kept: unknown): Contact {
  const { unreachableSince, unsure = false } = state.catch({}).parse(kept);
  return { reference: readReference(kept), unreachableSince: unreachableSince === undefined ? null : new Date(unreachableSince), isUnsure: unsure };
}

function withState(reference: Reference, { unreachableSince, unsure }: State): Readonly<Record<string, unknown>> {
  return { ...reference, ...(unreachableSince === undefined ? {} : { unreachableSince }), ...(unsure === true ? { unsure } : {}) };
}
