/** What a conversation remembers between turns: the first state, and the schema that a stored one must pass. */
import * as z from 'zod';
import { contactSchema } from '../../dialogs/contact-schema.ts';
import type { Choice, ConversationState, Exchange, Frame, Language, Opening, Pending } from './types.ts';

/** Makes the compiler ask for every field, optional ones too: one that is missing would be lost without a sound. */
type Fields<T> = Record<keyof T, z.ZodType>;

const choice = z.object({ id: z.string(), label: z.string(), typed: z.array(z.string()).exactOptional() } satisfies Fields<Choice>);
const opening = z.object({ intent: z.string(), text: z.string(), tried: z.array(z.string()).exactOptional(), about: z.string().exactOptional(), contact: contactSchema.exactOptional() } satisfies Fields<Opening>);
const frame = z.object({ dialog: z.string(), version: z.number(), state: z.unknown() } satisfies Fields<Frame>);
const pending = z.object({ key: z.string(), frame, due: z.string().nullable() } satisfies Fields<Pending>);
const exchange = z.object({ asked: z.string(), answered: z.string(), intent: z.string().nullable(), at: z.string() } satisfies Fields<Exchange>);

export const conversationState: z.ZodType<ConversationState> = z.object({
  format: z.literal(1),
  welcomed: z.boolean(),
  language: z.enum(['sv', 'en']),
  stack: z.array(frame),
  queue: z.array(opening),
  pending: z.array(pending),
  offered: z.array(choice),
  // Conversations that were stored before there was such a thing.
  unclear: z.string().nullable().default(null),
  misses: z.number(),
  lastIntent: z.string().nullable(),
  awaiting: z.enum(['feedback', 'resume', 'erase', 'person']).nullable(),
  history: z.array(exchange),
  contact: z.object({ of: contactSchema, at: z.string() }).nullable().exactOptional(),
  lastTurnAt: z.string().nullable(),
} satisfies Fields<ConversationState>);

export function firstState(language: Language = 'sv'): ConversationState {
  return {
    format: 1,
    welcomed: false,
    language,
    stack: [],
    queue: [],
    pending: [],
    offered: [],
    unclear: null,
    misses: 0,
    lastIntent: null,
    awaiting: null,
    history: [],
    lastTurnAt: null,
  };
}
