/** A Bot Connector on loopback: it records what arrives and answers as it is told. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Activity } from 'botbuilder';
import { wordsIn } from './drawn.ts';

export interface Posted {
  readonly conversation: string;
  readonly authorization: string | undefined;
  readonly activity: Partial<Activity>;
}

/** How a try is answered: taken, a status (with Retry-After in seconds), a cut connection, or never. */
export type Behaviour = 'take' | 'hang' | 'cut' | { readonly status: number; readonly retryAfter?: string; readonly location?: string };

/** A roster entry as Teams gives it (TeamsChannelAccount). */
export interface Member {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

/** Names for `plan`, beside conversations: the other two things that a bot asks for. */
export const CREATE = 'create conversation';
export const MEMBERS = 'get member';

export interface Connector {
  readonly url: string;
  /** All tries to post an activity, taken or not, in the order of their arrival. */
  readonly posted: readonly Posted[];
  /** The members for whom a conversation was asked for. */
  readonly created: readonly string[];
  /** The members who were looked up, as `conversation member`. */
  readonly lookedUp: readonly string[];
  /** The chats that people have with the bot already, by the person's id: Teams opens no second one. */
  readonly chats: Map<string, string>;
  /** Who is found when looked up. */
  readonly members: Map<string, Member>;
  /** What was said, or tried, in a conversation, message by message; updates of earlier messages are not among it. */
  textsIn(conversation: string): string[];
  /** Answers the next tries in this conversation (or CREATE, MEMBERS) so, one each; later ones are taken. */
  plan(name: string, ...behaviours: Behaviour[]): void;
  /** Answers 429 to what comes faster than this to one conversation, as Teams does. */
  allow(rate: { readonly count: number; readonly perMs: number }): void;
  /** Takes what hangs. */
  release(): void;
  close(): Promise<void>;
}

interface Asked {
  readonly name: string;
  readonly taken: { readonly status: number; readonly body: unknown };
}

export async function startConnector(): Promise<Connector> {
  const posted: Posted[] = [];
  const created: string[] = [];
  const lookedUp: string[] = [];
  const members = new Map<string, Member>();
  const chats = new Map<string, string>();
  const plans = new Map<string, Behaviour[]>();
  const hanging: (() => void)[] = [];
  const moments = new Map<string, number[]>();
  let rate: { count: number; perMs: number } | null = null;

  const ask = async (request: IncomingMessage): Promise<Asked> => {
    const [, conversation = '', member] = /^\/v3\/conversations\/([^/?]+)(?:\/members\/([^/?]+))?/.exec(request.url ?? '')?.map((part: string | undefined) => decodeURIComponent(part ?? '')) ?? [];
    if (member) {
      lookedUp.push(`${conversation} ${member}`);
      const found = members.get(member);
      return { name: MEMBERS, taken: found === undefined ? { status: 404, body: {} } : { status: 200, body: found } };
    }
    const body = (await readJson(request)) as Partial<Activity> & { members?: Member[] };
    if (conversation === '') {
      const wanted = body.members?.[0]?.id ?? '';
      created.push(wanted);
      return { name: CREATE, taken: { status: 201, body: { id: chats.get(wanted) ?? `a:chat-of-${wanted}` } } };
    }
    posted.push({ conversation, authorization: request.headers.authorization, activity: body });
    return { name: conversation, taken: { status: 201, body: { id: String(posted.length) } } };
  };
  const isTooFast = (name: string): boolean => {
    if (rate === null) return false;
    const { count, perMs } = rate;
    const now = performance.now();
    const recent = (moments.get(name) ?? []).filter((at) => at > now - perMs);
    if (recent.length < count) recent.push(now);
    moments.set(name, recent);
    return recent.length >= count && recent.at(-1) !== now;
  };
  const server = createServer((request, response) => {
    void ask(request).then(({ name, taken }) => {
      const behaviour = plans.get(name)?.shift() ?? (isTooFast(name) ? { status: 429, retryAfter: '0' } : 'take');
      if (behaviour === 'hang') hanging.push(() => answer(response, taken.status, taken.body));
      else if (behaviour === 'cut') response.destroy();
      else if (behaviour === 'take') answer(response, taken.status, taken.body);
      else answer(response, behaviour.status, null, behaviour);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted, created, lookedUp, chats, members,
    textsIn: (conversation) => posted.filter((post) => post.conversation === conversation && post.activity.id === undefined).map((post) => wordsIn(post.activity)),
    plan: (name, ...behaviours) => {
      plans.set(name, behaviours);
    },
    allow: (allowed) => {
      rate = allowed;
    },
    release: () => hanging.splice(0).forEach((take) => take()),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(response: ServerResponse, status: number, body: unknown, { retryAfter, location }: { retryAfter?: string; location?: string } = {}): void {
  // restify gives every response of the process a writeHead that returns nothing, so calls are not chained.
  response.writeHead(status, { 'content-type': 'application/json', ...(retryAfter ? { 'retry-after': retryAfter } : {}), ...(location ? { location } : {}) });
  response.end(body === null ? '' : JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
