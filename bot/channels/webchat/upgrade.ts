/** Turns GET .../conversations/{id}/stream?watermark=&t= into a socket, or refuses it in the protocol's shape. */
import { once } from 'node:events';
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { WebSocketServer } from 'ws';
import { isRefusal, refusal, type Refusal } from './answer.ts';
import type { WebchatDeps } from './deps.ts';
import type { Gate } from './gate.ts';
import { isAllowedPage } from './origin.ts';
import { DIRECT_LINE_PATH } from './paths.ts';
import { createSocketCount } from './socket-count.ts';
import { streamActivities, type StreamDeps } from './stream.ts';
import type { Session } from './tokens.ts';
import { parseWatermark } from './watermark.ts';

const streamPath = new RegExp(`^${DIRECT_LINE_PATH}/conversations/([\\w-]{1,64})/stream$`);
// The client's own frames are empty.
const maxFrameBytes = 1024;
// RFC 6455 section 7.4.1.
const goingAway = 1001;
const closeGraceMs = 1000;

interface Admitted {
  readonly session: Session;
  readonly watermark: number;
}

/** Serves sockets on the server. `close` takes no more and ends the open ones; their clients reconnect elsewhere or later. */
export function mountStream(server: Server, deps: StreamDeps, gate: Gate): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  const count = createSocketCount(deps.limits);
  const open = ({ session, watermark }: Admitted, request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    const giveBack = count.take(session.conversation);
    if (giveBack === null) {
      refuse(connection, refusal('TooManySockets', 'Too many sockets are open. Close one, or poll.'));
      return;
    }
    connection.once('close', giveBack);
    sockets.handleUpgrade(request, connection, head, (socket) => streamActivities(socket, session, watermark, deps));
  };
  const onUpgrade = (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    // Until ws listens: a connection that is reset would otherwise end the process.
    connection.on('error', () => connection.destroy());
    void admit(request, deps, gate)
      .catch(() => refusal('ServiceError', 'The service cannot take sockets at the moment.'))
      .then((admitted) => {
        if (isRefusal(admitted)) refuse(connection, admitted);
        // Once its close event has passed, its place would never be given back.
        else if (!connection.destroyed) open(admitted, request, connection, head);
      });
  };
  server.server.on('upgrade', onUpgrade);
  // RFC 9110 section 7.8: a server may ignore Upgrade. Without this, Node (24.9 and later ask) hands every such request to
  // the listener, so a client that offers HTTP/2 (h2c) beside an ordinary request would get no ordinary answer.
  Object.assign(server.server, { shouldUpgradeCallback: isWebSocket });
  return {
    close: () => {
      server.server.off('upgrade', onUpgrade);
      return closeAll(sockets);
    },
  };
}

function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Says goodbye, and does not wait long for the answer. */
async function closeAll(sockets: WebSocketServer): Promise<void> {
  const closed = [...sockets.clients].map((socket) => {
    const gone = once(socket, 'close');
    const cut = setTimeout(() => socket.terminate(), closeGraceMs);
    socket.close(goingAway);
    return gone.finally(() => clearTimeout(cut));
  });
  await Promise.allSettled(closed);
}

async function admit(request: IncomingMessage, deps: WebchatDeps, gate: Gate): Promise<Admitted | Refusal> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const conversation = streamPath.exec(path)?.[1];
  if (conversation === undefined) return refusal('NotFound', 'There is no socket at this address.');
  if (!isAllowedPage(request, deps)) return refusal('NotAllowed', 'Pages of this origin may not open sockets here.');
  const parameters = new URLSearchParams(query);
  const session = await gate.authorise(parameters.get('t'), 'stream', conversation);
  if (isRefusal(session)) return session;
  const watermark = parseWatermark(parameters.get('watermark'));
  if (watermark === null) return refusal('BadArgument', 'A watermark is the one that an earlier answer gave, or empty.');
  if (!(await deps.log.exists(conversation))) return refusal('NotFound', 'There is no such conversation.');
  return { session, watermark };
}

/** Answers over the raw connection: no response object exists for an upgrade. */
function refuse(connection: Duplex, { status, body, headers }: Refusal): void {
  const json = JSON.stringify(body);
  const fields = { Connection: 'close', 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(json)), ...headers };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  // The client may keep its side open; nobody would ever close ours.
  connection.once('finish', () => connection.destroy());
  connection.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', json].join('\r\n'));
}
