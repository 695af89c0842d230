/** HTTP calls, each on a connection of its own, so that the proxy gives each to another replica. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Teams waits as long before it sends again. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = 50;
const LONGEST_AGAIN_MS = 2_000;

/** Rejects when the connection is refused or cut, or when nothing comes for too long. */
export function call({ method, url, headers = {}, body }: Call): Promise<Answer> {
  const json = body === undefined ? '' : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent: false, headers: { 'content-type': 'application/json', ...headers }, signal: AbortSignal.timeout(PATIENCE_MS) }, (response) => {
      text(response).then((answered) => resolve({ status: response.statusCode ?? 0, text: answered }), reject);
    });
    sent.on('error', reject);
    sent.end(json);
  });
}

/** As a careful client: calls again while there is no answer, or one that says "later". `onTry` hears how each try ended. */
export async function callUntilAnswered(next: () => Promise<Call>, onTry: (how: string) => void = () => undefined): Promise<Answer> {
  for (let wait = AGAIN_MS; ; wait = Math.min(wait * 2, LONGEST_AGAIN_MS)) {
    try {
      const answer = await call(await next());
      if (answer.status < 500 && answer.status !== 429) return answer;
      onTry(`${answer.status}`);
    } catch (error) {
      onTry(error instanceof Error ? error.message : String(error));
    }
    await sleep(wait);
  }
}
