/** A Bot Connector on loopback: it records what arrives and answers as it is told. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

export interface Posted {
  readonly conversation: string;
  readonly authorization: string | undefined;
  readonly activity: Partial<Activity>;
}

/** How a try is answered: taken, a status (with Retry-After in seconds), a cut connection, or never. */
export type Behaviour = 'take' | 'hang' | 'cut' | { readonly status: number; readonly retryAfter?: string; readonly location?: string };

export interface Connector {
  readonly url: string;
  /** All tries, taken or not, in the order of their arrival. */
  readonly posted: readonly Posted[];
  /** The texts that were tried in a conversation. */
  textsIn(conversation: string): string[];
  /** Answers the next tries in this conversation so, one each; later ones are taken. */
  plan(conversation: string, ...behaviours: Behaviour[]): void;
  /** Takes what hangs. */
  release(): void;
  close(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const posted: Posted[] = [];
  const plans = new Map<string, Behaviour[]>();
  const hanging: ServerResponse[] = [];
  const server = createServer((request, response) => {
    void readJson(request).then((activity) => {
      const conversation = decodeURIComponent(/^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1] ?? '');
      posted.push({ conversation, authorization: request.headers.authorization, activity });
      const behaviour = plans.get(conversation)?.shift() ?? 'take';
      if (behaviour === 'hang') hanging.push(response);
      else answer(response, behaviour);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted,
    textsIn: (conversation) => posted.filter((post) => post.conversation === conversation).map((post) => post.activity.text ?? ''),
    plan: (conversation, ...behaviours) => {
      plans.set(conversation, behaviours);
    },
    release: () => hanging.splice(0).forEach((response) => answer(response, 'take')),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const TAKEN: Exclude<Behaviour, string> = { status: 201 };

function answer(response: ServerResponse, behaviour: Exclude<Behaviour, 'hang'>): void {
  if (behaviour === 'cut') {
    response.destroy();
    return;
  }
  const { status, retryAfter, location } = behaviour === 'take' ? TAKEN : behaviour;
  // restify gives every response of the process a writeHead that returns nothing, so calls are not chained.
  response.writeHead(status, { 'content-type': 'application/json', ...(retryAfter ? { 'retry-after': retryAfter } : {}), ...(location ? { location } : {}) });
  response.end(status < 300 ? '{"id":"1"}' : '');
}

async function readJson(request: IncomingMessage): Promise<Partial<Activity>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Partial<Activity>;
}
