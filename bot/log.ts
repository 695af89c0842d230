/**
 * Logs for operators: JSON lines in English. What a person wrote never stands in a log; nothing here can know every
 * message, so callers log ids and counts, and the net below catches credentials and the usual names of text fields.
 */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRET_FIELDS = ['authorization', 'cookie', 'token', 'password', 'secret', 'text', 'body'];
const REDACTED_PATHS = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

// Direct Line's socket URL carries the token as ?t=, so a URL inside any message or stack is a credential.
const TOKEN_IN_QUERY = /([?&](?:t|token|access_token|code)=)[^&\s"'\\]+/gi;
const BEARER = /\b(Bearer\s+)[\w.~+/=-]+/gi;

export interface LogOptions {
  readonly level: LogLevel;
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
}

/** Makes the process's logger. Every line passes `withoutCredentials` last, whatever field it came from. */
export function createLog({ level, destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED_PATHS, censor: '[removed]' },
    serializers: { err: describeError },
    hooks: { streamWrite: withoutCredentials },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Takes tokens in query strings and bearer credentials out of a finished log line; the line stays valid JSON. */
export function withoutCredentials(line: string): string {
  return line.replace(TOKEN_IN_QUERY, '$1[removed]').replace(BEARER, '$1[removed]');
}

interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly cause?: ErrorDescription;
}

// pino's own serializer copies every property, and the errors of HTTP clients carry the request's body and headers.
function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  return {
    type: error.name,
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}
