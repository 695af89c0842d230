/**
 * One WebSocket of Direct Line: first everything after the watermark, then what is appended, in frames as a poll would
 * give, until the conversation ends. What a client sends is not read: the protocol has it post over HTTP, and the official
 * client's empty frame every 20 s only keeps the connection open.
 */
import type { WebSocket } from 'ws';
import type { WebchatDeps } from './deps.ts';
import type { Ended } from './ended.ts';
import { readFrame } from './frames.ts';
import type { Session } from './tokens.ts';

// RFC 6455 section 7.4.1. The official client reconnects after any close, with its last watermark; where the conversation
// has ended, it is then told that its token has expired.
const normalClosure = 1000;
const internalError = 1011;

export interface StreamDeps extends WebchatDeps {
  readonly ended: Pick<Ended, 'has'>;
}

/** Serves the socket until either side closes it, or until the first look at the conversation after its end. */
export function streamActivities(socket: WebSocket, session: Session, watermark: number, deps: StreamDeps): void {
  const pump = createPump(socket, session, watermark, deps);
  // Subscribed before the first read, so that nothing falls between them.
  const unsubscribe = deps.log.subscribe(session.conversation, pump);
  const stopPings = keepAlive(socket, deps.limits.pingMs, pump);
  // An error is followed by a close; without a listener it would end the process.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    unsubscribe();
    stopPings();
  });
  pump();
}

/** Returns a function that sends what is new. Calls while it runs are remembered, so one run at a time keeps the order. */
function createPump(socket: WebSocket, session: Session, watermark: number, deps: StreamDeps): () => void {
  let position = watermark;
  let running = false;
  let asked = false;
  const takeAsked = (): boolean => {
    const taken = asked && socket.readyState === socket.OPEN;
    asked = false;
    return taken;
  };
  const sendNew = async (): Promise<void> => {
    running = true;
    try {
      while (takeAsked()) {
        if (await deps.ended.has(session.conversation)) {
          socket.close(normalClosure);
          return;
        }
        const frame = await readFrame(session, position, deps);
        if (frame.activities.length === 0) continue;
        await send(socket, JSON.stringify(frame));
        position = Number(frame.watermark);
        // Behind a full page there may be another one.
        if (frame.activities.length >= deps.limits.pageOfActivities) asked = true;
      }
    } finally {
      // In the same tick as the last look at `asked`, so that no call is lost.
      running = false;
    }
  };
  return () => {
    asked = true;
    if (!running) sendNew().catch(() => socket.close(internalError));
  };
}

/** Resolves when the frame has been handed to the network, so that a slow reader holds one page in memory and no more. */
function send(socket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error ? reject(error) : resolve()));
  });
}

/** Pings, and cuts a socket that did not answer the last ping: it is dead, or it reads too slowly. Returns what stops it. */
function keepAlive(socket: WebSocket, pingMs: number, onTick: () => void): () => void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
    // Other replicas append to the same log, and end conversations, without telling this one.
    onTick();
  }, pingMs);
  return () => clearInterval(timer);
}
