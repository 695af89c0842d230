/** What the bot does with an authenticated activity, and what the HTTP response says about it. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Handled, Incoming, Message, References } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import type { Delivery } from './delivery.ts';
import { incomingOf } from './incoming.ts';
import { activityOf } from './outgoing.ts';
import { referenceOf } from './reference.ts';

/** `waiting`: the conversation whose replies go out after the response. */
export type Answer =
  | { readonly kind: 'taken'; readonly waiting: string | null }
  | { readonly kind: 'replies'; readonly activities: readonly Partial<Activity>[] }
  | { readonly kind: 'unknown-invoke' };

export interface TurnOptions {
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly references: References;
  readonly markDelivered: (message: Message) => Promise<void>;
  readonly delivery: Pick<Delivery, 'hold'>;
  /** False when there is no app id: then nobody vouches for anybody. */
  readonly authenticated: boolean;
}

/** Runs the turn of one activity. When it resolves, the turn is committed; when it rejects, the channel may send it again. */
export async function runTurn(options: TurnOptions, context: TurnContext, activity: InboundActivity): Promise<Answer> {
  const incoming = incomingOf(activity, options.authenticated);
  const wantsReplies = activity.deliveryMode === 'expectReplies';
  if (incoming === null && activity.type === 'invoke') return { kind: 'unknown-invoke' };
  if (incoming === null) return wantsReplies ? { kind: 'replies', activities: [] } : { kind: 'taken', waiting: null };
  // Before the turn: a reply that is committed must never lack the way to its conversation.
  await options.references.save(incoming.conversation, referenceOf(activity));
  if (wantsReplies) return options.delivery.hold(incoming.conversation, () => replyInBody(options, context, incoming));
  await options.handle(incoming);
  return { kind: 'taken', waiting: incoming.conversation };
}

/** Replies in the response body instead of through the connector (Activity schema, "Delivery mode": expectReplies). A redelivery gets the recorded ones. */
async function replyInBody({ handle, markDelivered }: TurnOptions, context: TurnContext, incoming: Incoming): Promise<Answer> {
  const { messages } = await handle(incoming);
  for (const message of messages) {
    if (message.content.kind !== 'reply') continue;
    // The SDK keeps these in bufferedReplyActivities, addressed to the person; nothing is sent.
    await context.sendActivity(activityOf(message.content.reply));
    await markDelivered(message);
  }
  return { kind: 'replies', activities: context.bufferedReplyActivities };
}
