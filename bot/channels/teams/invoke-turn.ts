/** What the bot does with an invoke: the turn that it is, and the body that Teams waits for. */
import type { Incoming } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import type { Contacts } from './contacts.ts';
import { incomingOf, readButton } from './incoming.ts';
import { FEEDBACK_RESPONSE, type Invoke, type InvokeBody, pressResponse, readInvoke, unreadableResponse } from './invokes.ts';
import type { UsedCards } from './used-cards.ts';

export interface InvokeOptions {
  readonly contacts: Pick<Contacts, 'load'>;
  readonly usedCards: UsedCards;
  /** False when there is no app id: then nobody vouches for anybody. */
  readonly authenticated: boolean;
}

/** `waiting`: the conversation whose replies go out after the response. */
export interface Invoked {
  readonly kind: 'invoked';
  readonly body: InvokeBody;
  readonly waiting: string | null;
}

/** Runs the turn of an invoke with `handle`, once however often it comes. Null for an invoke that the bot does not know. */
export async function runInvoke(options: InvokeOptions, activity: InboundActivity, handle: (incoming: Incoming) => Promise<unknown>): Promise<Invoked | null> {
  const invoke = readInvoke(activity);
  if (invoke === null) return null;
  if (invoke.kind === 'unreadable') return { kind: 'invoked', body: unreadableResponse(), waiting: null };
  const incoming = await turnOf(options, activity, invoke);
  if (incoming === null) return null;
  await handle(incoming);
  return { kind: 'invoked', body: await bodyFor(options, invoke), waiting: incoming.conversation };
}

async function turnOf({ contacts, authenticated }: InvokeOptions, activity: InboundActivity, invoke: Exclude<Invoke, { kind: 'unreadable' }>): Promise<Incoming | null> {
  if (invoke.kind === 'pressed') return incomingOf(invoke.message, authenticated);
  // As a message of the same person would come, with another event.
  const incoming = incomingOf({ ...activity, type: 'message' }, authenticated);
  if (incoming === null) return null;
  const { answers } = await contacts.load(incoming.conversation);
  // A client that does not say which message it is (the Agents Playground) shows the newest answer last.
  const rated = invoke.message === null ? answers.at(-1) : answers.find(({ id }) => id === invoke.message);
  return { ...incoming, id: `rated:${activity.id}`, event: { ...invoke.rating, intent: rated?.intent ?? null } };
}

async function bodyFor({ usedCards }: InvokeOptions, invoke: Exclude<Invoke, { kind: 'unreadable' }>): Promise<InvokeBody> {
  if (invoke.kind === 'rated') return FEEDBACK_RESPONSE;
  return pressResponse(await usedCards.show(invoke.message), readButton(invoke.message.value)?.label ?? '');
}
