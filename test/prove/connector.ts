/** The Bot Connector of Teams: takes what the replicas push, fails in the ways in which it does, and remembers the rest. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Random } from '../../intents/random.ts';
import { weighted, weights } from './chance.ts';

/** How one try to post goes. `loses`: it is not shown, and its answer does not say so. */
const WAYS = { takes: 90, 'later please': 3, unavailable: 2, cuts: 2, loses: 2, hangs: 1 } as const;
export type Way = keyof typeof WAYS;
const LIKELY = weights(WAYS);

const activityShape = z.looseObject({ type: z.string(), summary: z.string().optional(), text: z.string().optional() });
type Pushed = z.infer<typeof activityShape>;

export interface Push {
  readonly at: number;
  readonly way: Way;
  /** Whether the person sees it. */
  readonly isShown: boolean;
  readonly activity: Pushed;
}

export interface Connector {
  readonly url: string;
  /** What was tried in a conversation, in order; typing and changed cards left out. */
  pushes(conversation: string): readonly Push[];
  /** What a button of the latest card with this choice sends back; null where no such card has been shown. */
  button(conversation: string, choice: string): Readonly<Record<string, unknown>> | null;
  readonly ways: Readonly<Record<Way, number>>;
  isDown: boolean;
  heal(): void;
  close(): Promise<void>;
}

export async function startConnector(random: Random): Promise<Connector> {
  const all = new Map<string, Push[]>();
  const ways = { takes: 0, 'later please': 0, unavailable: 0, cuts: 0, loses: 0, hangs: 0 };
  let isHealthy = false;
  const choose = (): Way => (connector.isDown ? 'unavailable' : isHealthy ? 'takes' : weighted(random, LIKELY));
  const post = (conversation: string, activity: Pushed, response: ServerResponse): void => {
    const way = choose();
    ways[way] += 1;
    const pushes = all.get(conversation) ?? [];
    const isShown = ['takes', 'cuts', 'hangs'].includes(way);
    all.set(conversation, [...pushes, { at: Date.now(), way, isShown, activity }]);
    if (way === 'takes') answer(response, 201, { id: String(pushes.length + 1) });
    else if (way === 'later please') answer(response, 429, {}, { 'retry-after': '1' });
    else if (way === 'unavailable') answer(response, 503, {});
    else if (way === 'loses') answer(response, 502, {});
    else if (way === 'cuts') response.destroy();
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const [, conversation = '', member] = /^\/v3\/conversations\/([^/?]+)(?:\/members\/([^/?]+))?/.exec(request.url ?? '')?.map((part: string | undefined) => decodeURIComponent(part ?? '')) ?? [];
    if (member) answer(response, 404, {});
    else if (request.method !== 'POST') answer(response, 200, { id: '1' });
    else {
      const activity = activityShape.parse(JSON.parse(body));
      if (activity.type === 'message') post(conversation, activity, response);
      else answer(response, 201, { id: 'typing' });
    }
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connector: Connector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    pushes: (conversation) => all.get(conversation) ?? [],
    button: (conversation, choice) => {
      const shown = (all.get(conversation) ?? []).filter(({ isShown }) => isShown).toReversed();
      return shown.map(({ activity }) => buttonIn(activity, choice)).find((data) => data !== null) ?? null;
    },
    ways,
    isDown: false,
    heal: () => {
      isHealthy = true;
      connector.isDown = false;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return connector;
}

const dataShape = z.looseObject({ choice: z.string() });

/** Looks through a card, however it is built, for the data of a button. */
function buttonIn(part: unknown, choice: string): Readonly<Record<string, unknown>> | null {
  if (typeof part !== 'object' || part === null) return null;
  const data = dataShape.safeParse(part);
  if (data.success && data.data.choice === choice && 'card' in part) {
    return Object.fromEntries(Object.entries(data.data).filter(([name]) => name !== 'msteams'));
  }
  for (const inner of Object.values(part)) {
    const found = buttonIn(inner, choice);
    if (found !== null) return found;
  }
  return null;
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
