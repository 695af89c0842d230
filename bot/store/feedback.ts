import type { Kysely } from 'kysely';
import type { Feedback } from '../../dialogs/dialog.ts';
import type { Schema } from './schema.ts';

export async function saveFeedback(db: Kysely<Schema>, key: string, conversation: string, feedback: Feedback, now: Date): Promise<void> {
  await db
    .insertInto('feedback')
    .values({
      key,
      conversation_id: conversation,
      intent: feedback.intent,
      helped: feedback.helped === null ? null : Number(feedback.helped),
      comment: feedback.comment ?? null,
      at: now.getTime(),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
