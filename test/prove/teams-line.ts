/** A conversation in Teams: activities with signed tokens go in, and the replies come to the connector. */
import { APP_ID, type Issuer } from '../channels/teams/issuer.ts';
import type { Call } from './calls.ts';
import type { Connector } from './connector.ts';
import type { Line } from './line.ts';

export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

export interface TeamsOptions {
  readonly address: string;
  readonly issuer: Issuer;
  readonly connector: Connector;
  /** Of the conversation and its person, unlike any other. */
  readonly name: string;
  readonly person: string;
}

export function openTeams({ address, issuer, connector, name, person }: TeamsOptions): Line {
  const id = `a:${name}`;
  const common = {
    type: 'message', channelId: 'msteams', serviceUrl: connector.url, locale: 'sv-SE', textFormat: 'plain',
    from: { id: `29:${name}`, name: person, aadObjectId: `object-of-${name}` },
    recipient: { id: `28:${APP_ID}`, name: 'Korthjälpen' },
    conversation: { id, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  };
  const letterOf = (turn: string, activity: object) => ({
    turn,
    call: async (): Promise<Call> => ({
      method: 'POST',
      url: `${address}/api/messages`,
      headers: { authorization: `Bearer ${await issuer.sign(connector.url)}` },
      body: { ...common, timestamp: new Date().toISOString(), ...activity },
    }),
  });
  return {
    channel: 'teams',
    conversation: `teams:${id}`,
    letter: (step, activityId) => {
      if ('say' in step) return letterOf(`message:${activityId}`, { id: activityId, text: step.say });
      const value = connector.button(id, step.press);
      // Where the card has not come yet, as who types the words.
      if (value === null) return letterOf(`message:${activityId}`, { id: activityId, value: { choice: step.press } });
      return letterOf(`pressed:${String(value['card'])}:${step.press}`, { id: activityId, value });
    },
    acknowledged: ({ status, text }) => {
      if (status !== 200) throw new Error(`refused with ${status}: ${text}`);
      return 'taken';
    },
    seen: () => connector.pushes(id).filter(({ isShown }) => isShown).map(({ at, activity }) => ({ at, from: 'bot', text: `${activity.text ?? ''}\n${JSON.stringify(activity['attachments'] ?? [])}` })),
    leave: () => undefined,
    finish: () => Promise.resolve([]),
  };
}
