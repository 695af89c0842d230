/**
 * What the loader on a host page and the chat in its frame say to each other, by postMessage (HTML standard, 9.3 "Cross-
 * document messaging"). Both sides check the origin and the window that a message comes from before they read it.
 *
 * The loader speaks first: `hello` each time the frame has loaded. The frame answers `ready` to that window and origin, and
 * only then takes the rest. Nothing secret goes from the frame to the host page: no token, and no word of the conversation.
 */
export type WidgetLanguage = 'sv' | 'en';

/** From the loader to the frame. */
export type ToFrame =
  | { readonly type: 'hello' }
  /** The chat is shown now: the send box takes the focus, and what has come is read. */
  | { readonly type: 'open' }
  | { readonly type: 'closed' }
  /** Asks as if the visitor had typed it. */
  | { readonly type: 'ask'; readonly text: string }
  /** The answer to `identityWanted`, or unasked. Null: the host page vouches for nobody. */
  | { readonly type: 'identity'; readonly jwt: string | null }
  | { readonly type: 'setLanguage'; readonly language: WidgetLanguage };

/** From the frame to the loader. */
export type FromFrame =
  | { readonly type: 'ready' }
  /** Esc was pressed inside. */
  | { readonly type: 'closeRequest' }
  /** Messages of the bot that came while the chat was closed. */
  | { readonly type: 'unread'; readonly count: number }
  /** A conversation begins, or the identity runs out. The loader answers with `identity`, whatever it has. */
  | { readonly type: 'identityWanted' }
  /** What became of an identity: a code of the server's refusal, or null where it was accepted. */
  | { readonly type: 'identityResult'; readonly refused: string | null };

/** Tells these messages from all others that pages send; a change that old copies of the other side cannot read takes a new number. */
export const PROTOCOL = 'korthjalpen/1';

/** As long as a message may be before it is cut anyway. */
const MAX_ASK_CHARS = 2000;
const MAX_JWT_CHARS = 8192;

export function sealed<T extends ToFrame | FromFrame>(message: T): T & { readonly protocol: typeof PROTOCOL } {
  return { ...message, protocol: PROTOCOL };
}

/** Null for whatever is no message to the frame. */
export function readToFrame(data: unknown): ToFrame | null {
  if (!isRecord(data) || data['protocol'] !== PROTOCOL) return null;
  const { type, text, jwt, language } = data;
  switch (type) {
    case 'hello':
    case 'open':
    case 'closed':
      return { type };
    case 'ask':
      return typeof text === 'string' && text.trim() !== '' ? { type, text: text.trim().slice(0, MAX_ASK_CHARS) } : null;
    case 'identity':
      return jwt === null || (typeof jwt === 'string' && jwt.length <= MAX_JWT_CHARS) ? { type, jwt } : null;
    case 'setLanguage':
      return language === 'sv' || language === 'en' ? { type, language } : null;
    default:
      return null;
  }
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
