/** How one try to hand a reply to the connector ended. */
export type SendResult =
  | { readonly kind: 'delivered' }
  /** The connector may or may not have shown it. Trying again could show it twice. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** It will never be taken. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It was certainly not taken this time. `afterMs`: how long the connector asked to be left alone. */
  | { readonly kind: 'again'; readonly reason: string; readonly afterMs: number | null };

/** Carries a result through the SDK, which knows exceptions only and repeats requests on errors of its own kind. */
export class SendFailure extends Error {
  readonly result: SendResult;
  constructor(result: Exclude<SendResult, { kind: 'delivered' }>, cause?: unknown) {
    super(`The connector did not take a reply: ${result.reason}.`, { cause });
    this.name = 'SendFailure';
    this.result = result;
  }
}

/**
 * Reads the connector's refusal. 429 and 412 are to be tried again (Teams, "Optimize your bot with rate limiting"), and so
 * is 503, with which a server says that it does not handle requests now (RFC 9110, 15.6.4). The same page asks for
 * repeating 502 and 504, but a gateway says those after it has passed the message on: the person would read it twice.
 */
export function resultOfStatus(status: number, retryAfter: string | null, now: Date): Exclude<SendResult, { kind: 'delivered' }> {
  const reason = `HTTP ${status}`;
  // 401: the token was not taken; it is fetched anew once it has expired.
  if ([401, 412, 429, 503].includes(status)) return { kind: 'again', reason, afterMs: retryAfterMs(retryAfter, now) };
  if (status === 408 || status >= 500) return { kind: 'unknown', reason };
  return { kind: 'refused', reason };
}

/** Retry-After as seconds or as an HTTP date (RFC 9110, 10.2.3); null when absent or unreadable. */
function retryAfterMs(value: string | null, now: Date): number | null {
  if (value === null || value.trim() === '') return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
