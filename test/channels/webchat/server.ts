/** A web chat on a loopback port, with the echo bot behind it, and small helpers to call it as a client does. */
import { pino } from 'pino';
import { closeGracefully, createHttpServer, listen } from '../../../bot/channels/http.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { defaultLimits, mountWebchat, type WebchatDeps, type WebchatLimits } from '../../../bot/channels/webchat/webchat.ts';
import { createEchoBot, type EchoBot } from './echo-bot.ts';

export const tokenSecret = 'a secret of the tests, long enough for HS256';
export const maxBodyBytes = 262_144;

export interface Webchat {
  readonly origin: string;
  readonly bot: EchoBot;
  /** The clock of the server; tests move it. */
  readonly clock: { now: Date };
  close(): Promise<void>;
}

export type Overrides = Partial<Omit<WebchatDeps, 'limits' | 'handle' | 'log' | 'now'>> & { readonly limits?: Partial<WebchatLimits>; readonly bot?: EchoBot };

export async function startWebchat({ limits, bot: given, ...overrides }: Overrides = {}): Promise<Webchat> {
  const clock = { now: new Date('2026-03-02T08:00:00Z') };
  const now = (): Date => clock.now;
  const bot = given ?? createEchoBot(now);
  const server = createHttpServer({ maxBodyBytes, requestTimeoutMs: 5_000, log: pino({ level: 'silent' }), metrics: createMetrics() });
  const chat = mountWebchat(server, {
    handle: bot.handle,
    log: bot.log,
    marks: bot.marks,
    tokenSecret,
    publicUrl: null,
    limits: { ...defaultLimits, ...limits },
    now,
    pageFolder: null,
    botName: 'Kortboten',
    servicedesk: { internal: '30000', external: '0776-730000' },
    idleMinutes: 15,
    identity: null,
    site: {
      help: () => [{ question: 'Vad gör jag när kortet är borta?', answer: 'Spärra det. Ring Servicedesk på 30000 (internt) eller 0776-730000 (externt).', source: 'Frågor och svar' }],
      privacy: { operator: 'Testregionen', contact: '[kort@example.se](mailto:kort@example.se)', idleMinutes: 15, tokenMinutes: 30, identityMinutes: null, days: { chats: 90, feedback: 365, tickets: null, blockRequests: null } },
    },
    ...overrides,
  });
  const { port } = await listen(server, '127.0.0.1', 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    bot,
    clock,
    close: async () => {
      await chat.close();
      await closeGracefully(server, 100);
    },
  };
}

export interface Connection {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

export interface Called<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Calls Direct Line. `body` is sent as JSON; a string goes as it is. */
export async function call<T = unknown>(origin: string, path: string, options: { token?: string; body?: unknown; method?: string; headers?: Record<string, string> } = {}): Promise<Called<T>> {
  const { token, body, method = body === undefined ? 'GET' : 'POST', headers } = options;
  const response = await fetch(`${origin}/v3/directline${path}`, {
    method,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as T };
}

/** A token, and the conversation that it starts. */
export async function startConversation(origin: string): Promise<Connection> {
  const { body: generated } = await call<Connection>(origin, '/tokens/generate', { method: 'POST' });
  const { body } = await call<Connection>(origin, '/conversations', { token: generated.token, body: {} });
  return body;
}

export interface ReceivedActivity {
  readonly id: string;
  readonly text: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData: Readonly<Record<string, unknown>>;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: { readonly choice: string } }[] };
}

export interface ReceivedFrame {
  readonly activities: readonly ReceivedActivity[];
  readonly watermark: string;
}

export function getActivities(origin: string, { conversationId, token }: Connection, watermark = ''): Promise<Called<ReceivedFrame>> {
  return call<ReceivedFrame>(origin, `/conversations/${conversationId}/activities?watermark=${watermark}`, { token });
}

export function post(origin: string, { conversationId, token }: Connection, body: unknown): Promise<Called<{ id: string }>> {
  return call(origin, `/conversations/${conversationId}/activities`, { token, body });
}

export function message(text: string, clientActivityID?: string): object {
  return { type: 'message', text, from: { id: 'someone-else' }, ...(clientActivityID !== undefined && { channelData: { clientActivityID } }) };
}
