/** What the bot does with an authenticated activity, and what the HTTP response says about it. */
import type { Activity, TurnContext } from 'botbuilder';
import type { DeliveryMark, DeliveryQueue, Handled, Incoming } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import type { Contacts } from './contacts.ts';
import type { Delivery } from './delivery.ts';
import { conversationKey, incomingOf, isRemoval } from './incoming.ts';
import { activityOf } from './outgoing.ts';
import type { People } from './people.ts';
import { worded } from './private-chats.ts';

/** `waiting`: the conversation whose replies go out after the response. */
export type Answer =
  | { readonly kind: 'taken'; readonly waiting: string | null }
  | { readonly kind: 'replies'; readonly activities: readonly Partial<Activity>[] }
  | { readonly kind: 'unknown-invoke' };

export interface TurnOptions {
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly contacts: Contacts;
  readonly people: People;
  readonly queue: Pick<DeliveryQueue, 'mark'>;
  readonly delivery: Pick<Delivery, 'hold'>;
  readonly now: () => Date;
  /** False when there is no app id: then nobody vouches for anybody. */
  readonly authenticated: boolean;
}

/** Runs the turn of one activity. When it resolves, the turn is committed; when it rejects, the channel may send it again. */
export async function runTurn(options: TurnOptions, context: TurnContext, activity: InboundActivity): Promise<Answer> {
  const incoming = incomingOf(activity, options.authenticated);
  const wantsReplies = activity.deliveryMode === 'expectReplies';
  if (incoming === null && activity.type === 'invoke') return { kind: 'unknown-invoke' };
  if (incoming === null) {
    if (isRemoval(activity)) await options.contacts.lose(conversationKey(activity), options.now());
    return wantsReplies ? { kind: 'replies', activities: [] } : { kind: 'taken', waiting: null };
  }
  // Before the turn: a reply that is committed must never lack the way to its conversation.
  const { isUnsure } = await options.contacts.meet(activity);
  const { person, circumstances } = incoming;
  // Nobody vouches for an account without a token, so its profile is nobody's.
  const profile = person.verified ? await options.people.of(activity) : {};
  const told = { ...incoming, person: { ...person, ...profile }, circumstances: { ...circumstances, ...(isUnsure ? { isUnsure } : {}) } };
  const answer = await answerTurn(options, context, told, wantsReplies);
  if (isUnsure) await options.contacts.doubt(incoming.conversation, false);
  return answer;
}

async function answerTurn(options: TurnOptions, context: TurnContext, incoming: Incoming, wantsReplies: boolean): Promise<Answer> {
  if (wantsReplies) return options.delivery.hold(incoming.conversation, () => replyInBody(options, context, incoming));
  await options.handle(incoming);
  return { kind: 'taken', waiting: incoming.conversation };
}

/** Replies in the response body instead of through the connector (Activity schema, "Delivery mode": expectReplies). A redelivery gets the recorded ones. */
async function replyInBody({ handle, queue }: TurnOptions, context: TurnContext, incoming: Incoming): Promise<Answer> {
  const { messages } = await handle(incoming);
  const marks: DeliveryMark[] = [];
  for (const { conversation, seq, content } of messages) {
    if (content.kind !== 'reply') continue;
    // The SDK keeps these in bufferedReplyActivities, addressed to the person; nothing is sent, in a private chat either.
    await context.sendActivity(activityOf(worded(content.reply, false)));
    marks.push({ conversation, seq, result: 'delivered' });
  }
  if (marks.length > 0) await queue.mark(marks);
  return { kind: 'replies', activities: context.bufferedReplyActivities };
}
