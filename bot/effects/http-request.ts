/** HTTP to other systems: every way in which a request can fail, as the two errors that the worker knows. */
import type * as z from 'zod';
import { GatewayRefused, GatewayUnavailable } from './gateway.ts';

export interface HttpRequest {
  /** Names the receiver in errors. The address is never quoted: it may hold credentials. */
  readonly receiver: string;
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** Statuses that ask for a later try: 408 and 425 by RFC 9110 and 8470, 429 by RFC 6585. */
const RETRIED_STATUSES: readonly number[] = [408, 425, 429];

/** Sends and returns a 2xx answer with its text. Throws `GatewayRefused` or `GatewayUnavailable`. */
export async function send({ receiver, url, signal, ...init }: HttpRequest): Promise<{ status: number; text: string }> {
  try {
    // A redirect is never followed: it would carry a ticket to an address that no operator has chosen.
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await response.text();
    if (!response.ok) throw failureOf(receiver, response);
    return { status: response.status, text };
  } catch (error) {
    if (error instanceof GatewayRefused || error instanceof GatewayUnavailable) throw error;
    throw new GatewayUnavailable(signal.aborted ? `${receiver} did not answer in time` : `${receiver} cannot be reached${codeOf(error)}`);
  }
}

// fetch keeps the system's reason, such as ECONNREFUSED, in the cause.
function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
}

function failureOf(receiver: string, { status, headers }: Response): GatewayRefused | GatewayUnavailable {
  const message = `${receiver} answered ${status}`;
  if (status < 500 && !RETRIED_STATUSES.includes(status)) return new GatewayRefused(message);
  return new GatewayUnavailable(message, parseRetryAfter(headers.get('retry-after'), Date.now()));
}

/** Milliseconds from a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3); null for anything else. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The JSON of an answer. An answer that cannot be read leaves open what happened, so it counts as none. */
export function readAnswer<T>(receiver: string, text: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(parseJson(text));
  if (!parsed.success) throw new GatewayUnavailable(`${receiver} gave an answer that cannot be read`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
