/** Sends the messages of one row, which are several when its text is very long. */
import type { Activity } from 'botbuilder';
import type { Message } from '../../ports.ts';
import { SendFailure } from './send-result.ts';

export type SendParts = (
  row: Pick<Message, 'conversation' | 'seq'>,
  activities: readonly Partial<Activity>[],
  send: (activity: Partial<Activity>) => Promise<{ readonly id: string } | undefined>,
) => Promise<string | null>;

/**
 * Makes the function that sends each message once and in order, and resolves with the id of the last one, where the
 * connector gave it. It rejects as `send` does; when the row is tried again, it goes on where it was.
 */
export function createPartSender(): SendParts {
  const sent = new Map<string, number>();
  return async ({ conversation, seq }, activities, send) => {
    const key = `${conversation} ${seq}`;
    const before = sent.get(key) ?? 0;
    sent.delete(key);
    let done = before;
    let id: string | null = null;
    try {
      for (const activity of activities.slice(before)) {
        id = (await send(activity))?.id ?? null;
        done += 1;
      }
      return id;
    } catch (error) {
      if (done > 0 && error instanceof SendFailure && error.result.kind === 'again') sent.set(key, done);
      throw error;
    }
  };
}
