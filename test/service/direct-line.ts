/** A client of the web chat, over HTTP, as bare as the protocol allows. */
import * as z from 'zod';

const session = z.object({ conversationId: z.string(), token: z.string() });
const connection = z.object({ streamUrl: z.string() });
const posted = z.object({ id: z.string() });
const frame = z.object({
  activities: z.array(z.looseObject({ id: z.string(), from: z.looseObject({ role: z.enum(['user', 'bot']) }), text: z.string(), channelData: z.record(z.string(), z.unknown()) })),
  watermark: z.string(),
});

export type Shown = z.infer<typeof frame>['activities'][number];

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface DirectLine {
  readonly conversation: string;
  /** Rejects when the service cannot be reached. */
  readonly post: (activity: unknown) => Promise<Answer>;
  /** Everything that the conversation shows, oldest first. */
  readonly activities: () => Promise<readonly Shown[]>;
  /** Where a socket of this conversation is opened. */
  readonly streamUrl: () => Promise<string>;
}

/** An answer that was not the expected one. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** Opens a conversation. `address` is asked for each call: a service that starts again may have another one. */
export async function openDirectLine(address: () => string): Promise<DirectLine> {
  const call = (method: 'GET' | 'POST', path: string, token: string | null, body?: unknown): Promise<Answer> =>
    send(method, `${address()}/v3/directline${path}`, { ...(token !== null && { authorization: `Bearer ${token}` }) }, body);
  const { conversationId, token } = session.parse(readOk(await call('POST', '/tokens/generate', null, {})));
  readOk(await call('POST', '/conversations', token, { locale: 'sv-SE' }));
  const path = `/conversations/${conversationId}/activities`;
  return {
    conversation: conversationId,
    post: (activity) => call('POST', path, token, activity),
    streamUrl: async () => connection.parse(readOk(await call('POST', '/conversations', token, {}))).streamUrl,
    activities: async () => {
      const shown: Shown[] = [];
      for (let watermark = ''; ; ) {
        const page = frame.parse(readOk(await call('GET', `${path}?watermark=${watermark}`, token)));
        if (page.activities.length === 0) return shown;
        shown.push(...page.activities);
        watermark = page.watermark;
      }
    },
  };
}

/** A body that is a string goes out as it is, anything else as JSON. */
export async function send(method: 'GET' | 'POST', url: string, headers: Readonly<Record<string, string>>, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

function readOk({ status, text }: Answer): unknown {
  if (status >= 400) throw new UnexpectedAnswer(`${status}: ${text}`);
  return JSON.parse(text) as unknown;
}

/** The id that an acknowledged post was given. */
export function activityIdOf({ text }: Answer): string {
  return posted.parse(JSON.parse(text)).id;
}

export function message(text: string, clientActivityID: string): unknown {
  return { type: 'message', text, channelData: { clientActivityID } };
}

export function choice(id: string, clientActivityID: string, displayText = id): unknown {
  return { type: 'message', text: displayText, value: { choice: id }, channelData: { clientActivityID, messageBack: { displayText } } };
}
