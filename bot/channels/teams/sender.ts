/** One try to hand one reply to the connector. */
import type { CloudAdapter } from 'botbuilder';
import type { Message, References } from '../../ports.ts';
import { activityOf } from './outgoing.ts';
import { readReference } from './reference.ts';
import { SendFailure, type SendResult } from './send-result.ts';
import { type TeamsAuth, mayServe } from './settings.ts';

export interface SenderOptions {
  readonly adapter: CloudAdapter;
  readonly auth: TeamsAuth;
  readonly references: References;
}

/** Makes the function that sends a row of the queue to its conversation. It rejects only when the reference cannot be loaded. */
export function createSender({ adapter, auth, references }: SenderOptions): (message: Message) => Promise<SendResult> {
  return async ({ conversation, content }) => {
    if (content.kind !== 'reply') return { kind: 'refused', reason: 'not a reply' };
    const reference = readReference(await references.load(conversation));
    if (reference?.serviceUrl === undefined) return { kind: 'refused', reason: 'no reference' };
    // The reference may be older than the settings, e.g. from when there was an app id.
    if (!mayServe(auth, reference.serviceUrl)) return { kind: 'refused', reason: 'service URL not allowed' };
    const activity = activityOf(content.reply);
    let result: SendResult = { kind: 'again', reason: 'the SDK did not begin', afterMs: null };
    // Caught inside: what escapes from the callback goes to onTurnError, and the promise resolves as if all were well.
    await adapter.continueConversationAsync(auth.appId ?? '', reference, async (context) => {
      // The SDK begins with an event of its own making, and would send this as the answer to that event's random id.
      delete context.activity.id;
      result = await context.sendActivity(activity).then(() => ({ kind: 'delivered' }), failureOf);
    });
    return result;
  };
}

function failureOf(error: unknown): SendResult {
  return error instanceof SendFailure ? error.result : { kind: 'unknown', reason: 'the SDK failed' };
}
