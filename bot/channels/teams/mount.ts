/** The Teams channel: a Bot Framework endpoint in front, a delivery loop behind, and the shell's ports in between. */
import { CloudAdapter } from 'botbuilder';
import type { Server } from 'restify';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { ActivityLog, DeliveryQueue, Handled, Incoming, References } from '../../ports.ts';
import { createAppPace } from './app-pace.ts';
import { StrictAuthentication } from './authentication.ts';
import { type Contact, createContacts } from './contacts.ts';
import { type Delivery, startDelivery } from './delivery.ts';
import { createEndpoint } from './endpoint.ts';
import type { TeamsLimits } from './limits.ts';
import { createOutageNotice } from './outage.ts';
import { createPeople } from './people.ts';
import type { Look } from './place.ts';
import { createPrivateChats } from './private-chats.ts';
import { createSecretWatch } from './secret-watch.ts';
import { createSender } from './sender.ts';
import { type TeamsAuth, requireSafeSettings } from './settings.ts';
import { runTurn } from './turn.ts';
import { createUpdater } from './updater.ts';
import { createUsedCards } from './used-cards.ts';

export interface TeamsDeps {
  /** Commits one turn, and answers a repeated id from the record. */
  readonly handle: (incoming: Incoming) => Promise<Handled>;
  readonly queue: DeliveryQueue;
  readonly references: References;
  /** What has been said, to draw a used card again. */
  readonly messages: Pick<ActivityLog, 'read'>;
  readonly look: Look;
  readonly auth: TeamsAuth;
  /** Whom to call while the bot cannot take messages. */
  readonly servicedesk: { readonly internal: string; readonly external: string };
  readonly limits: TeamsLimits;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'authRefused' | 'botSecretExpires' | 'botTokenChecked' | 'deliveryTried'>;
}

export interface TeamsChannel {
  /** Replies of this conversation may wait in the queue, e.g. after an effect was settled. Returns at once. */
  deliver(conversation: string): void;
  /** After the server has begun to listen: goes on with everything that is still in the queue, and watches the bot's secret. Resolves when that is under way. */
  start(): Promise<void>;
  /** Another process has committed replies: looks for them. Resolves when they are under way. */
  resume(): Promise<void>;
  /** One line for operators: `local only`, `ok`, or what is wrong with the bot's secret. */
  status(): string;
  /** Ends the sends under way; what is left stays in the queue. Close the server first. */
  close(): Promise<void>;
}

/** Mounts POST /api/messages. Throws `TeamsSettingsError` when the settings would leave the endpoint open. */
export function mountTeams(server: Server, deps: TeamsDeps): TeamsChannel {
  const { handle, queue, references, messages, look, auth, servicedesk, limits, now, log, metrics } = deps;
  requireSafeSettings(auth);
  const authentication = new StrictAuthentication(auth, limits);
  const adapter = createAdapter(authentication, createOutageNotice({ servicedesk, log }), log);
  const contacts = createContacts(references);
  const appPace = createAppPace(limits.appRates);
  const isLost = ({ unreachableSince }: Contact): boolean => unreachableSince !== null && now().getTime() - unreachableSince.getTime() < limits.unreachableMs;
  const clientFor = (serviceUrl: string) => authentication.clientFor(serviceUrl);
  const goPrivate = createPrivateChats({ contacts, handle, clientFor, appPace, isLost, deliver: (conversation) => delivery.kick(conversation) });
  const delivery: Delivery = startDelivery({ ...deps, contacts, appPace, send: createSender({ adapter, auth, contacts, isLost, goPrivate, look }) });
  const usedCards = createUsedCards({ messages, look, log, update: createUpdater({ adapter, auth, contacts, appPace }) });
  const secret = createSecretWatch({
    requestToken: () => authentication.requestToken(),
    expires: auth.secretExpires ?? null,
    warnDays: limits.secretWarnDays,
    everyMs: limits.tokenCheckMs,
    now, log, metrics,
  });
  const people = createPeople({ clientFor, appPace, limits, now, log });
  const turn = { handle, contacts, people, delivery, queue, usedCards, look, now, authenticated: auth.appId !== null };
  const endpoint = createEndpoint({
    adapter, authentication, log, metrics,
    localOnly: auth.appId === null,
    runTurn: (context, activity) => runTurn(turn, context, activity),
    deliver: (conversation) => delivery.kick(conversation),
  });
  server.post('/api/messages', endpoint);
  return {
    deliver: (conversation) => delivery.kick(conversation),
    start: () => {
      if (auth.appId !== null) secret.start();
      return delivery.resume();
    },
    resume: () => delivery.resume(),
    status: () => (auth.appId === null ? 'local only' : secret.status()),
    close: async () => {
      appPace.close();
      await secret.stop();
      await delivery.close();
      authentication.close();
    },
  };
}

function createAdapter(authentication: StrictAuthentication, tellOutage: ReturnType<typeof createOutageNotice>, log: Log): CloudAdapter {
  const adapter = new CloudAdapter(authentication);
  // The turn is not committed, and the channel sends the activity again: only an outage, which lasts, is told to the person.
  adapter.onTurnError = async (context, error) => {
    log.error({ err: error, channel: 'teams' }, 'a turn failed');
    await tellOutage(context, error);
  };
  return adapter;
}
