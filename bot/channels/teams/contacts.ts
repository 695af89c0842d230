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
  /** The person's own chat with the bot, if they have one. */
  personalOf(person: string): Promise<string | null>;
}

export function createContacts(references: References): Contacts {
  const load = async (conversation: string): Promise<Contact> => contactOf(await references.load(conversation));
  const change = async (conversation: string, changes: State): Promise<void> => {
    const kept = await references.load(conversation);
    const reference = readReference(kept);
    if (reference !== null) await references.save(conversation, withState(reference, { ...state.catch({}).parse(kept), ...changes }));
  };
  const keepPersonal = async (person: string | null | undefined, conversation: string): Promise<void> => {
    if (!person) return;
    const kept = await references.load(personKey(person));
    if (kept?.['conversation'] !== conversation) await references.save(personKey(person), { conversation });
  };
  return {
    load,
    meet: async (activity) => {
      const conversation = conversationKey(activity);
      const kept = await references.load(conversation);
      const { isUnsure } = contactOf(kept);
      const next = withState(referenceOf(activity), isUnsure ? { unsure: true } : {});
      // A write waits for the disk, and the same reference comes with every message.
      if (!isDeepStrictEqual(kept, next)) {
        await references.save(conversation, next);
        if (activity.conversation.conversationType === 'personal') await keepPersonal(activity.from.aadObjectId, conversation);
      }
      return contactOf(kept);
    },
    add: async (conversation, reference) => {
      await references.save(conversation, { ...reference });
      await keepPersonal(reference.user.aadObjectId ?? reference.user.id, conversation);
    },
    lose: (conversation, since) => change(conversation, { unreachableSince: since.toISOString() }),
    doubt: (conversation, isUnsure) => change(conversation, { unsure: isUnsure || undefined }),
    personalOf: async (person) => personal.catch({ conversation: null }).parse(await references.load(personKey(person))).conversation,
  };
}

const personal = z.object({ conversation: z.string().nullable() });

/** Beside the conversations' own keys: a conversation id of Teams never begins so. */
function personKey(person: string): string {
  return `teams:person:${person}`;
}

function contactOf(kept: unknown): Contact {
  const { unreachableSince, unsure = false } = state.catch({}).parse(kept);
  return { reference: readReference(kept), unreachableSince: unreachableSince === undefined ? null : new Date(unreachableSince), isUnsure: unsure };
}

function withState(reference: Reference, { unreachableSince, unsure }: State): Readonly<Record<string, unknown>> {
  return { ...reference, ...(unreachableSince === undefined ? {} : { unreachableSince }), ...(unsure === true ? { unsure } : {}) };
}
