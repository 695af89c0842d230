/** The chat in its frame: made when it is first needed, spoken to once it has answered. */
import { type FromFrame, PROTOCOL, sealed, type ToFrame } from './protocol.ts';

/** After the frame has loaded. One that is refused (frame-ancestors) loads, too, and stays silent. */
const answerMs = 3000;
const loadMs = 20_000;

export interface Frame {
  /** Sends now, or once the frame is ready. */
  send(message: ToFrame): void;
}

/** `onReady` runs at each load of the frame, before what was waiting is sent. */
export function connectFrame(iframe: HTMLIFrameElement, origin: string, take: (message: FromFrame) => void, onState: (state: 'ready' | 'failed') => void): Frame {
  let isReady = false;
  const waiting: ToFrame[] = [];
  const post = (message: ToFrame): void => iframe.contentWindow?.postMessage(sealed(message), origin);
  const fail = (): void => {
    if (!isReady) onState('failed');
  };
  setTimeout(fail, loadMs);
  iframe.addEventListener('load', () => {
    isReady = false;
    post({ type: 'hello' });
    setTimeout(fail, answerMs);
  });
  addEventListener('message', ({ source, origin: from, data }: MessageEvent<FromFrame & { protocol?: unknown } | null>) => {
    if (source !== iframe.contentWindow || from !== origin || data?.protocol !== PROTOCOL) return;
    if (data.type === 'ready') {
      isReady = true;
      onState('ready');
      waiting.splice(0).forEach(post);
    } else take(data);
  });
  return {
    send: (message) => {
      if (isReady) post(message);
      else waiting.push(message);
    },
  };
}
