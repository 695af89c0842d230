/** One try to hand one reply to the connector. */
import type { CloudAdapter } from 'botbuilder';
import type { PrivateOpening } from '../../../dialogs/dialog.ts';
import type { Message } from '../../ports.ts';
import type { Contact, Contacts } from './contacts.ts';
import { activitiesOf } from './outgoing.ts';
import { createPartSender, type SendParts } from './parts.ts';
import { type Look, placeOf } from './place.ts';
import { type Begun, worded } from './private-chats.ts';
import { type Reference, sdkReference } from './reference.ts';
import { failureOf, type SendResult } from './send-result.ts';
import { type TeamsAuth, mayServe } from './settings.ts';

export interface SenderOptions {
  readonly adapter: CloudAdapter;
  readonly auth: TeamsAuth;
  readonly contacts: Pick<Contacts, 'load'>;
  readonly isLost: (contact: Contact) => boolean;
  readonly goPrivate: (message: Message, opening: PrivateOpening, from: Reference) => Promise<Begun>;
  readonly look: Look;
}

/** Makes the function that sends a row of the queue to its conversation. It rejects only when the reference cannot be loaded. */
export function createSender({ adapter, auth, contacts, isLost, goPrivate, look }: SenderOptions): (message: Message) => Promise<SendResult> {
  const sendParts = createPartSender();
  return async (message) => {
    const { conversation, content } = message;
    if (content.kind !== 'reply') return { kind: 'refused', reason: 'not a reply' };
    const contact = await contacts.load(conversation);
    const { reference } = contact;
    if (reference === null) return { kind: 'refused', reason: 'no reference' };
    // The reference may be older than the settings, e.g. from when there was an app id.
    if (!mayServe(auth, reference.serviceUrl)) return { kind: 'refused', reason: 'service URL not allowed' };
    if (isLost(contact)) return { kind: 'refused', reason: 'blocked or removed earlier' };
    const { inPrivate } = content.reply;
    const begun = inPrivate === undefined ? null : await goPrivate(message, inPrivate, reference);
    if (typeof begun === 'object' && begun !== null) return begun;
    const reply = worded(content.reply, begun === 'begun');
    const activities = activitiesOf(reply, message.seq, placeOf(reference, look));
    const { result, id } = await sendTo(adapter, auth, reference, (send) => sendParts(message, activities, send));
    if (result.kind !== 'delivered' || id === null || reply.answer === undefined) return result;
    return { ...result, answer: { id, intent: reply.answer.intent } };
  };
}

/** `id`: of the last message, where the connector gave one. */
async function sendTo(adapter: CloudAdapter, { appId }: TeamsAuth, reference: Reference, sendAll: (send: Parameters<SendParts>[2]) => Promise<string | null>): Promise<{ result: SendResult; id: string | null }> {
  let sent: { result: SendResult; id: string | null } = { result: { kind: 'again', reason: 'the SDK did not begin', afterMs: null }, id: null };
  // Caught inside: what escapes from the callback goes to onTurnError, and the promise resolves as if all were well.
  await adapter.continueConversationAsync(appId ?? '', sdkReference(reference), async (context) => {
    // The SDK begins with an event of its own making, and would send this as the answer to that event's random id.
    delete context.activity.id;
    sent = await sendAll((activity) => context.sendActivity(activity)).then(
      (id) => ({ result: { kind: 'delivered' }, id }),
      (error: unknown) => ({ result: failureOf(error), id: null }),
    );
  });
  return sent;
}
