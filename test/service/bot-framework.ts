/** A channel of the Bot Framework that takes the replies in the body of the response (delivery mode expectReplies). */
import * as z from 'zod';
import { send, type Answer } from './direct-line.ts';

const replies = z.object({ activities: z.array(z.looseObject({ text: z.string() })) });

/** Where replies outside a response would be posted: nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9/';

/** An activity as a local channel sends it, with `change` over it. */
export function activity(change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    channelId: 'emulator',
    serviceUrl: NOWHERE,
    from: { id: 'user-1', name: 'Anna Testsson' },
    recipient: { id: 'bot' },
    conversation: { id: 'conversation-1' },
    deliveryMode: 'expectReplies',
    ...change,
  };
}

/** Rejects when the service cannot be reached. */
export function postActivity(address: string, body: unknown): Promise<Answer> {
  return send('POST', `${address}/api/messages`, {}, body);
}

/** The texts of the replies in a response. */
export function repliesIn({ text }: Answer): readonly string[] {
  return replies.parse(JSON.parse(text)).activities.map((reply) => reply.text);
}
