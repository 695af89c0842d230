/** The SDK makes a client, with credentials and a pipeline of its own, for every turn and every send; here each is made once. */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

export type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** Teams names one service for a region; many more can only be noise. */
const MAX_CLIENTS = 50;

/** The factory, keeping the clients that it made. A client holds nothing of a turn. */
export function keepingClients(factory: ConnectorFactory): ConnectorFactory {
  const clients = new Map<string, Promise<ConnectorClient>>();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- An abstract class with this one method and nothing else.
  return {
    create: (serviceUrl, audience) => {
      const key = JSON.stringify([serviceUrl, audience]);
      const known = clients.get(key);
      if (known !== undefined) return known;
      if (clients.size >= MAX_CLIENTS) clients.clear();
      const made = factory.create(serviceUrl, audience);
      clients.set(key, made);
      made.catch(() => clients.delete(key));
      return made;
    },
  };
}
