/** Goes on in a chat of the person's own with what does not belong where others read along. */
import type { PrivateOpening, Reply } from '../../../dialogs/dialog.ts';
import type { Handled, Incoming, Message } from '../../ports.ts';
import type { AppPace } from './app-pace.ts';
import type { ConnectorClient } from './connector-clients.ts';
import type { Contact, Contacts } from './contacts.ts';
import { keyOfConversation } from './incoming.ts';
import type { Reference } from './reference.ts';
import { failureOf, type SendResult } from './send-result.ts';

export interface PrivateChatOptions {
  readonly contacts: Contacts;
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly clientFor: (serviceUrl: string) => Promise<ConnectorClient>;
  readonly appPace: AppPace;
  /** True while nothing that is sent to this contact arrives. */
  readonly isLost: (contact: Contact) => boolean;
  /** The replies of this conversation may go out. */
  readonly deliver: (conversation: string) => void;
}

/** `begun`: the chat has taken what was asked. `impossible`: Teams lets the bot open no chat with this person. */
export type Begun = 'begun' | 'impossible' | Extract<SendResult, { kind: 'again' }>;

/** A reply as it reads where others read along: whether the person's own chat has begun, or they have to begin it. */
export function worded(reply: Reply, isBegun: boolean): Reply {
  return reply.inPrivate === undefined || isBegun ? reply : { ...reply, text: reply.inPrivate.otherwise };
}

/**
 * Makes the function that begins a private chat for a message of a shared one, seen there by `from`. The turn in the
 * private chat has an id of that message, so that it runs once however often this is tried.
 */
export function createPrivateChats(options: PrivateChatOptions): (message: Message, opening: PrivateOpening, from: Reference) => Promise<Begun> {
  const { contacts, handle, deliver, isLost } = options;
  return async (message, opening, from) => {
    const opened = await openChat(options, opening, from);
    if (typeof opened !== 'string') return opened.kind === 'again' ? opened : 'impossible';
    if (isLost(await contacts.load(opened))) return 'impossible';
    await handle(firstTurn(opened, message, opening));
    deliver(opened);
    return 'begun';
  };
}

/**
 * The same request, only in another place: who was vouched for there is here, too. Nothing is sent for anybody before a
 * yes in the private chat, which comes with a token of its own.
 */
function firstTurn(conversation: string, message: Message, { choice, text, language, person }: PrivateOpening): Incoming {
  const event: Incoming['event'] = choice === null ? { kind: 'said', text } : { kind: 'chose', choice, label: text };
  return { id: `moved:${message.conversation}:${message.seq}`, conversation, person, event, circumstances: { language } };
}

/** Teams answers with the chat that exists, if there is one ("Create a conversation" of the Bot Connector). Returns its key. */
async function openChat({ contacts, clientFor, appPace }: PrivateChatOptions, { person }: PrivateOpening, from: Reference): Promise<string | SendResult> {
  // Teams takes the object id for a person's own id, but only of people in the tenant.
  const member = from.user.aadObjectId === person.id ? from.user.id : person.id;
  const tenantId = from.conversation.tenantId ?? undefined;
  try {
    const client = await clientFor(from.serviceUrl);
    await appPace.turn();
    const { id } = await client.conversations.createConversation(conversationParameters(from, member, tenantId));
    const conversation = keyOfConversation(id);
    if ((await contacts.load(conversation)).reference === null) await contacts.add(conversation, {
      channelId: from.channelId, serviceUrl: from.serviceUrl, bot: from.bot,
      user: { id: member, aadObjectId: person.id }, conversation: { id, conversationType: 'personal', ...(tenantId === undefined ? {} : { tenantId }) },
    });
    return conversation;
  } catch (error) {
    return failureOf(error);
  }
}

type ConversationParameters = Parameters<ConnectorClient['conversations']['createConversation']>[0];

// The SDK's type asks for an activity and a topic, which a personal chat has not.
function conversationParameters({ bot }: Reference, member: string, tenantId: string | undefined): ConversationParameters {
  const parameters = { isGroup: false, bot, members: [{ id: member }], ...(tenantId === undefined ? {} : { tenantId, channelData: { tenant: { id: tenantId } } }) };
  return parameters as unknown as ConversationParameters;
}
