/** Which message of a chat was the answer to what: Teams' feedback buttons name the message only. */
import * as z from 'zod';
import type { References } from '../../ports.ts';

export interface SentAnswers {
  /** Notes that this message answered this intent. Calls for one conversation must come one at a time. */
  note(conversation: string, activityId: string, intent: string): Promise<void>;
  /** The intent that the message answered; null when it is not known (any more). */
  intentOf(conversation: string, activityId: string): Promise<string | null>;
}

/** Answers that are remembered in each conversation; opinions on older ones are rare. */
const REMEMBERED = 20;

const stored = z.object({ sent: z.array(z.object({ id: z.string(), intent: z.string() })) });
const NONE: z.infer<typeof stored> = { sent: [] };

export function createSentAnswers(references: References): SentAnswers {
  const load = async (conversation: string) => stored.catch(NONE).parse(await references.load(keyOf(conversation))).sent;
  return {
    note: async (conversation, activityId, intent) => {
      const sent = [...(await load(conversation)), { id: activityId, intent }].slice(-REMEMBERED);
      await references.save(keyOf(conversation), { sent });
    },
    intentOf: async (conversation, activityId) => (await load(conversation)).find(({ id }) => id === activityId)?.intent ?? null,
  };
}

/** Beside the conversation's own reference. */
function keyOf(conversation: string): string {
  return `${conversation}#answers`;
}
