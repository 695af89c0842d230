/**
 * What a Direct Line call answers with. Errors have the protocol's shape, ErrorResponse of the Direct Line 3.0
 * reference: { error: { code, message } }.
 */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How the protocol says no, and how the official client takes it. */
const refusals = {
  /** 4xx: the client marks the message as not sent. */
  BadArgument: 400,
  MissingProperty: 400,
  Unauthorized: 401,
  /** 403: the client takes any of these for an expired token. */
  NotAllowed: 403,
  TokenExpired: 403,
  /** Not of the protocol: the identity that came with a call for a token. */
  IdentityRefused: 403,
  /** 404: the client ends the conversation. */
  NotFound: 404,
  Conflict: 409,
  NotSupported: 415,
  TooManyRequests: 429,
  /** 5xx: the client tries again later. */
  TooManySockets: 503,
  ServiceError: 503,
} as const;

export type RefusalCode = keyof typeof refusals;

export interface Refusal extends Answer {
  readonly body: { readonly error: { readonly code: RefusalCode; readonly message: string } };
}

/** `message` is for developers, in English; users never see it. */
export function refusal(code: RefusalCode, message: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return { status: refusals[code], body: { error: { code, message } }, headers };
}

/** RFC 9110 section 10.2.3: whole seconds. */
export function tooMany(waitSeconds: number): Refusal {
  return refusal('TooManyRequests', `Too many requests. Try again in ${waitSeconds} s.`, { 'Retry-After': String(waitSeconds) });
}

export function isRefusal(value: object): value is Refusal {
  return 'status' in value && 'body' in value;
}
