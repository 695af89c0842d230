/** One try to hand one reply to the connector. */
import type { CloudAdapter } from 'botbuilder';
import type { PrivateOpening } from '../../../dialogs/dialog.ts';
import type { Message } from '../../ports.ts';
import type { Contact, Contacts } from './contacts.ts';
import { activityOf } from './outgoing.ts';
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
}

/** Makes the function that sends a row of the queue to its conversation. It rejects only when the reference cannot be loaded. */
export function createSender({ adapter, auth, contacts, isLost, goPrivate }: SenderOptions): (message: Message) => Promise<SendResult> {
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
    return sendTo(adapter, auth, reference, activityOf(worded(content.reply, begun === 'begun')));
  };
}

async function sendTo(adapter: CloudAdapter, { appId }: TeamsAuth, reference: Reference, activity: ReturnType<typeof activityOf>): Promise<SendResult> {
  let result: SendResult = { kind: 'again', reason: 'the SDK did not begin', afterMs: null };
  // Caught inside: what escapes from the callback goes to onTurnError, and the promise resolves as if all were well.
  await adapter.continueConversationAsync(appId ?? '', sdkReference(reference), async (context) => {
    // The SDK begins with an event of its own making, and would send this as the answer to that event's random id.
    delete context.activity.id;
    result = await context.sendActivity(activity).then(() => ({ kind: 'delivered' }), failureOf);
  });
  return result;
}
