/** One socket of the official client, from its opening to its end. */
import { DirectLine, type Activity } from 'botframework-directlinejs';
import { directLineUrl, type Session } from './session.ts';

export interface SocketEvents {
  readonly onOpen: () => void;
  readonly onActivity: (activity: Activity) => void;
  /** The server refuses the token. */
  readonly onExpired: () => void;
}

export interface Socket {
  readonly directLine: DirectLine;
  /** Resolves once it has gone, by itself or by `cut`. */
  readonly gone: Promise<void>;
  cut(): void;
}

/** A ConnectionStatus of the official client. */
const EXPIRED_TOKEN = 3;

/** The client would open the next socket itself, after 3 to 20 s. It is left here, and can still post. */
export function openSocket(session: Session, watermark: string, { onOpen, onActivity, onExpired }: SocketEvents): Socket {
  let end = (): void => undefined;
  const ending = new Promise<void>((resolve) => (end = resolve));
  const directLine = new DirectLine({ ...session, watermark, domain: directLineUrl, WebSocket: watched(onOpen, end) });
  const reading = directLine.activity$.subscribe(onActivity, end);
  const watching = directLine.connectionStatus$.subscribe((status) => {
    if (status === EXPIRED_TOKEN) onExpired();
  });
  const gone = ending.then(() => {
    reading.unsubscribe();
    watching.unsubscribe();
  });
  return { directLine, gone, cut: end };
}

/** A WebSocket that tells of its opening and its end. Used as a constructor: what it returns is what `new` gives. */
function watched(onOpen: () => void, onClose: () => void): typeof WebSocket {
  return function open(url: string): WebSocket {
    const socket = new WebSocket(url);
    socket.addEventListener('open', onOpen);
    socket.addEventListener('close', onClose);
    return socket;
  } as unknown as typeof WebSocket;
}
