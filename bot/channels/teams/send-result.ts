/** How one try to hand a reply to the connector ended. */
export type SendResult =
  /** `answer`: the id under which the connector shows the answer to a question, and that question's intent. */
  | { readonly kind: 'delivered'; readonly answer?: { readonly id: string; readonly intent: string } }
  /** The connector may or may not have shown it. Trying again could show it twice. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** It will never be taken. `unreachable`: because the person has blocked or removed the bot. */
  | { readonly kind: 'refused'; readonly reason: string; readonly unreachable?: boolean }
  /** It was certainly not taken this time. `afterMs`: how long the connector asked to be left alone. */
  | { readonly kind: 'again'; readonly reason: string; readonly afterMs: number | null };

type Failed = Exclude<SendResult, { kind: 'delivered' }>;

/** Carries a result through the SDK, which knows exceptions only and repeats requests on errors of its own kind. */
export class SendFailure extends Error {
  readonly result: Failed;
  constructor(result: Failed, cause?: unknown) {
    super(`The connector did not take a request: ${result.reason}.`, { cause });
    this.name = 'SendFailure';
    this.result = result;
  }
}

/** What a failure inside the SDK says about the try. */
export function failureOf(error: unknown): Failed {
  return error instanceof SendFailure ? error.result : { kind: 'unknown', reason: 'the SDK failed' };
}

/**
 * Reads the connector's refusal. 429 and 412 are to be tried again (Teams, "Optimize your bot with rate limiting"), and so
 * is 503, with which a server says that it does not handle requests now (RFC 9110, 15.6.4). The same page asks for
 * repeating 502 and 504, but a gateway says those after it has passed the request on: a message would be read twice, so
 * only what is `repeatable` comes again.
 */
export function resultOfStatus(status: number, retryAfter: string | null, now: Date, repeatable = false): Failed {
  const reason = `HTTP ${status}`;
  // 401: the token was not taken; the next try has a new one.
  const again = [401, 412, 429, 503, ...(repeatable ? [408, 502, 504] : [])];
  if (again.includes(status)) return { kind: 'again', reason, afterMs: retryAfterMs(retryAfter, now) };
  if (status === 408 || status >= 500) return { kind: 'unknown', reason };
  return { kind: 'refused', reason, ...(status === 403 ? { unreachable: true } : {}) };
}

/** Retry-After as seconds or as an HTTP date (RFC 9110, 10.2.3); null when absent or unreadable. */
function retryAfterMs(value: string | null, now: Date): number | null {
  if (value === null || value.trim() === '') return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
