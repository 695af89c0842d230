/** A load balancer as plain as can be: each connection goes to the next replica that takes it. And a network that cuts. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Random } from '../../intents/random.ts';

export interface Proxy {
  readonly address: string;
  /** How many connections it has cut, and how many answers were lost with them. */
  readonly counts: { cut: number; lostAnswers: number };
  /** Cuts open connections, this share of them. */
  cut(share: number): void;
  /** No answer is lost from now on. */
  heal(): void;
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** The ports of the replicas, dead ones included. */
  readonly ports: () => readonly number[];
  readonly random: Random;
  /** The share of connections that are cut when the answer comes: the request was served, and its client does not know. */
  readonly loses: number;
}

export async function startProxy({ ports, random, loses }: ProxyOptions): Promise<Proxy> {
  const counts = { cut: 0, lostAnswers: 0 };
  const open = new Set<Socket>();
  let turn = 0;
  let losing = loses;
  const serve = async (client: Socket): Promise<void> => {
    const all = ports();
    turn += 1;
    const replica = await firstThatTakes(all.map((_port, index) => all[(turn + index) % all.length] ?? 0));
    if (replica === null || client.destroyed) {
      client.destroy();
      replica?.destroy();
      return;
    }
    open.add(client);
    join(client, replica);
    client.once('close', () => open.delete(client));
    if (random() < losing) {
      replica.once('data', () => {
        counts.lostAnswers += 1;
        client.destroy();
      });
    }
    client.pipe(replica);
    replica.pipe(client);
  };
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    void serve(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    cut: (share) => {
      for (const client of open) {
        if (random() >= share) continue;
        counts.cut += 1;
        client.destroy();
      }
    },
    heal: () => {
      losing = 0;
    },
    close: async () => {
      for (const client of open) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function firstThatTakes(ports: readonly number[]): Promise<Socket | null> {
  for (const port of ports) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return socket;
    } catch {
      socket.destroy();
    }
  }
  return null;
}

/** Whoever ends, ends the other. */
function join(client: Socket, replica: Socket): void {
  replica.on('error', () => replica.destroy());
  replica.once('close', () => client.destroy());
  client.once('close', () => replica.destroy());
}
