/** What a conversation remembers between turns: the first state, and the schema that a stored one must pass. */
import * as z from 'zod';
import type { ConversationState, Language } from './types.ts';

const choice = z.object({ id: z.string(), label: z.string(), typed: z.array(z.string()).exactOptional() });
const opening = z.object({ intent: z.string(), text: z.string(), tried: z.array(z.string()).exactOptional() });
const frame = z.object({ dialog: z.string(), version: z.number(), state: z.unknown() });

export const conversationState: z.ZodType<ConversationState> = z.object({
  format: z.literal(1),
  welcomed: z.boolean(),
  language: z.enum(['sv', 'en']),
  stack: z.array(frame),
  queue: z.array(opening),
  pending: z.array(z.object({ key: z.string(), frame, due: z.string().nullable() })),
  offered: z.array(choice),
  misses: z.number(),
  lastIntent: z.string().nullable(),
  awaiting: z.enum(['feedback', 'resume']).nullable(),
  history: z.array(z.object({ asked: z.string(), answered: z.string(), intent: z.string().nullable(), at: z.string() })),
  lastTurnAt: z.string().nullable(),
});

export function firstState(language: Language = 'sv'): ConversationState {
  return {
    format: 1,
    welcomed: false,
    language,
    stack: [],
    queue: [],
    pending: [],
    offered: [],
    misses: 0,
    lastIntent: null,
    awaiting: null,
    history: [],
    lastTurnAt: null,
  };
}
