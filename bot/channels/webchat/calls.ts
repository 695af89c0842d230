/**
 * The calls of Direct Line 3.0, as far as the official client makes them. Each is a function from a request to an
 * answer; routes.ts puts them on the server.
 * Protocol: "API reference - Direct Line API 3.0" in the Bot Framework documentation.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { activityId } from './activities.ts';
import { isRefusal, refusal, type Answer } from './answer.ts';
import type { WebchatDeps } from './deps.ts';
import type { Ended } from './ended.ts';
import { readFrame } from './frames.ts';
import { bearerToken, type Gate } from './gate.ts';
import type { Identifier } from './identify.ts';
import { joining, readActivity } from './incoming.ts';
import { DIRECT_LINE_PATH } from './paths.ts';
import { personOf } from './person.ts';
import type { Session, Tokens } from './tokens.ts';
import { parseWatermark } from './watermark.ts';

export interface DirectLineRequest {
  /** The id in the path, where there is one. */
  readonly conversation: string | null;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly authorization: string | undefined;
  readonly address: string;
  /** Where sockets of this server are reached, e.g. wss://kort.example.se. */
  readonly socketOrigin: string;
}

export type Call = (request: DirectLineRequest) => Promise<Answer>;

export type CallName = 'generateToken' | 'refreshToken' | 'startConversation' | 'reconnect' | 'postActivity' | 'upload' | 'getActivities';

interface Services {
  readonly deps: WebchatDeps;
  readonly tokens: Tokens;
  readonly gate: Gate;
  readonly identifier: Identifier;
  readonly ended: Ended;
}

/** What is left of a call once its token is known to be good. */
type SessionCall = (session: Session, request: DirectLineRequest, services: Services) => Promise<Answer>;

/** Every call of the protocol, by name. */
export function directLineCalls(services: Services): Readonly<Record<CallName, Call>> {
  const { gate } = services;
  const withToken = (call: SessionCall): Call => async (request) => {
    const crowded = await gate.admit('address', request.address);
    if (crowded) return crowded;
    const session = await gate.authorise(bearerToken(request.authorization), 'calls', request.conversation);
    return isRefusal(session) ? session : call(session, request, services);
  };
  return {
    generateToken: async (request) => (await gate.admit('token', request.address)) ?? giveToken(newSession(), request, services),
    refreshToken: withToken(giveToken),
    startConversation: withToken(startConversation),
    reconnect: withToken(reconnect),
    postActivity: withToken(postActivity),
    upload: withToken(refuseUpload),
    getActivities: withToken(getActivities),
  };
}

/** Both ids are made here: a guessed one opens nothing, and "dl_" is the prefix that the protocol reserves for ids inside tokens. */
function newSession(): Session {
  return { conversation: randomBytes(16).toString('base64url'), user: `dl_${randomBytes(16).toString('base64url')}` };
}

/** A token for the session; a body with an `identity` makes it one that says who the visitor is. */
async function giveToken(session: Session, { body }: DirectLineRequest, { deps, tokens, identifier }: Services): Promise<Answer> {
  const identified = await identifier.identify(session, body);
  return isRefusal(identified) ? identified : { status: 200, body: await tokenBody(identified, deps, tokens) };
}

async function tokenBody(session: Session, deps: WebchatDeps, tokens: Tokens) {
  const common = { conversationId: session.conversation, token: await tokens.issue(session, 'calls'), expires_in: deps.limits.tokenSeconds };
  const person = personOf(session, deps.now());
  if (!person.verified || session.identity === undefined) return common;
  return { ...common, identity: { name: session.identity.name, expires_in: Math.floor(session.identity.until - deps.now().getTime() / 1000) } };
}

const startSchema = z.looseObject({ locale: z.string().max(35).optional() });

/** 201 for a new conversation, 200 for one that has begun. The welcome is in the log before the client opens its socket. */
async function startConversation(session: Session, request: DirectLineRequest, services: Services): Promise<Answer> {
  const { deps } = services;
  const begun = await deps.log.exists(session.conversation);
  if (!begun) {
    const { locale } = startSchema.safeParse(request.body).data ?? {};
    await deps.handle(joining(writerOf(session, deps), locale));
  }
  return { status: begun ? 200 : 201, body: await connection(session, request, 0, services) };
}

async function reconnect(session: Session, request: DirectLineRequest, services: Services): Promise<Answer> {
  const watermark = parseWatermark(request.query.get('watermark'));
  if (watermark === null) return badWatermark();
  if (!(await services.deps.log.exists(session.conversation))) return notStarted();
  return { status: 200, body: await connection(session, request, watermark, services) };
}

/** The body that opens a conversation: a fresh token, and a stream that goes on after the watermark. */
async function connection(session: Session, { socketOrigin }: DirectLineRequest, watermark: number, { deps, tokens }: Services) {
  const query = new URLSearchParams({ watermark: String(watermark), t: await tokens.issue(session, 'stream') });
  const streamUrl = `${socketOrigin}${DIRECT_LINE_PATH}/conversations/${session.conversation}/stream?${query.toString()}`;
  return { ...(await tokenBody(session, deps, tokens)), streamUrl };
}

async function postActivity(session: Session, { body }: DirectLineRequest, { deps, gate, ended }: Services): Promise<Answer> {
  const crowded = await gate.admitPost(session);
  if (crowded) return crowded;
  const reading = readActivity(body, writerOf(session, deps), randomUUID);
  if (reading.kind === 'refused') return reading.refusal;
  if (!(await deps.log.exists(session.conversation))) return notStarted();
  if (reading.kind === 'ended') await ended.add(session.conversation);
  if (reading.kind !== 'turn') return { status: 200, body: { id: `${session.conversation}|${randomUUID()}` } };
  const { messages, conflicts } = await deps.handle(reading.incoming);
  // Told rather than lost: the client takes it for not sent.
  if (conflicts === true) return refusal('Conflict', 'Another activity has this clientActivityID. Give each its own.');
  const own = messages.find(({ from }) => from === 'user') ?? messages[0];
  const id = own ? activityId(session.conversation, own.seq) : `${session.conversation}|${reading.incoming.id}`;
  return { status: 200, body: { id } };
}

function writerOf(session: Session, { now }: WebchatDeps) {
  return { conversation: session.conversation, person: personOf(session, now()) };
}

function refuseUpload(): Promise<Answer> {
  // The body is not read, so the connection cannot carry another request.
  return Promise.resolve(refusal('NotSupported', 'This bot takes no files. Send an activity with a text.', { Connection: 'close' }));
}

async function getActivities(session: Session, { query }: DirectLineRequest, { deps }: Services): Promise<Answer> {
  const watermark = parseWatermark(query.get('watermark'));
  if (watermark === null) return badWatermark();
  const frame = await readFrame(session, watermark, deps);
  if (frame.activities.length === 0 && watermark === 0 && !(await deps.log.exists(session.conversation))) return notStarted();
  return { status: 200, body: frame };
}

function badWatermark(): Answer {
  return refusal('BadArgument', 'A watermark is the one that an earlier answer gave, or empty.');
}

function notStarted(): Answer {
  return refusal('NotFound', 'There is no such conversation. Start it with POST /v3/directline/conversations.');
}
