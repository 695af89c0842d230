/** What the bot does with an authenticated activity, and what the HTTP response says about it. */
import type { Activity, TurnContext } from 'botbuilder';
import type { DeliveryMark, DeliveryQueue, Handled, Incoming } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import type { Contacts } from './contacts.ts';
import type { Delivery } from './delivery.ts';
import { conversationKey, incomingOf, isRemoval } from './incoming.ts';
import { type Invoked, type InvokeOptions, runInvoke } from './invoke-turn.ts';
import { activitiesOf } from './outgoing.ts';
import type { People } from './people.ts';
import { type Look, placeOf } from './place.ts';
import { worded } from './private-chats.ts';
import { withTyping } from './typing.ts';

/** `waiting`: the conversation whose replies go out after the response. */
export type Answer =
  | { readonly kind: 'taken'; readonly waiting: string | null }
  | { readonly kind: 'replies'; readonly activities: readonly Partial<Activity>[] }
  | Invoked
  | { readonly kind: 'unknown-invoke' };

export interface TurnOptions extends InvokeOptions {
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly contacts: Contacts;
  readonly people: People;
  readonly queue: Pick<DeliveryQueue, 'mark'>;
  readonly delivery: Pick<Delivery, 'hold'>;
  readonly look: Look;
  readonly now: () => Date;
}

/** Runs the turn of one activity. When it resolves, the turn is committed; when it rejects, the channel may send it again. */
export async function runTurn(options: TurnOptions, context: TurnContext, activity: InboundActivity): Promise<Answer> {
  if (activity.type === 'invoke') {
    const invoked = await runInvoke(options, activity, (incoming) => knowing(options, activity, incoming, options.handle));
    return invoked ?? { kind: 'unknown-invoke' };
  }
  const incoming = incomingOf(activity, options.authenticated);
  const wantsReplies = activity.deliveryMode === 'expectReplies';
  if (incoming === null) {
    if (isRemoval(activity)) await options.contacts.lose(conversationKey(activity), options.now());
    return wantsReplies ? { kind: 'replies', activities: [] } : { kind: 'taken', waiting: null };
  }
  if (wantsReplies) return knowing(options, activity, incoming, (told) => options.delivery.hold(told.conversation, () => replyInBody(options, context, told, activity)));
  const showTyping = () => context.sendActivity({ type: 'typing' });
  await knowing(options, activity, incoming, (told) => withTyping(options.look.typingAfterMs, showTyping, () => options.handle(told)));
  await options.usedCards.show(activity);
  return { kind: 'taken', waiting: incoming.conversation };
}

/** Runs a turn with what the channel knows of the person and the conversation. */
async function knowing<T>({ contacts, people }: TurnOptions, activity: InboundActivity, incoming: Incoming, run: (told: Incoming) => Promise<T>): Promise<T> {
  // Before the turn: a reply that is committed must never lack the way to its conversation.
  const { isUnsure } = await contacts.meet(activity);
  const { person, circumstances } = incoming;
  // Nobody vouches for an account without a token, so its profile is nobody's.
  const profile = person.verified ? await people.of(activity) : {};
  const result = await run({ ...incoming, person: { ...person, ...profile }, circumstances: { ...circumstances, ...(isUnsure ? { isUnsure } : {}) } });
  if (isUnsure) await contacts.doubt(incoming.conversation, false);
  return result;
}

/** Replies in the response body instead of through the connector (Activity schema, "Delivery mode": expectReplies). A redelivery gets the recorded ones. */
async function replyInBody({ handle, queue, look }: TurnOptions, context: TurnContext, incoming: Incoming, activity: InboundActivity): Promise<Answer> {
  const { messages } = await handle(incoming);
  // A program reads these.
  const place = { ...placeOf(activity, look), isTeams: false };
  const marks: DeliveryMark[] = [];
  for (const { conversation, seq, content } of messages) {
    if (content.kind !== 'reply') continue;
    // The SDK keeps these in bufferedReplyActivities, addressed to the person; nothing is sent, in a private chat either.
    await context.sendActivities([...activitiesOf(worded(content.reply, false), seq, place)]);
    marks.push({ conversation, seq, result: 'delivered' });
  }
  if (marks.length > 0) await queue.mark(marks);
  return { kind: 'replies', activities: context.bufferedReplyActivities };
}
