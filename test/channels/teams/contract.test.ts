import { afterAll, beforeAll, describe } from 'vitest';
import { en } from '../../../bot/conversation/wording.en.ts';
import { sv } from '../../../bot/conversation/wording.sv.ts';
import { channelPromises, type Visitor } from '../../contracts/channel.ts';
import { startTeamsService, type TeamsService } from '../../replay/teams-service.ts';
import { APP_ID } from './issuer.ts';

const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

let teams: TeamsService;
beforeAll(async () => {
  // A script is played faster than anybody types.
  teams = await startTeamsService({ tenantId: TENANT, settings: { TEAMS_THREAD_RATES: '1000/1', TEAMS_APP_RATES: '1000/1' } });
}, 180_000);
afterAll(() => teams.close());

/** Somebody whom Teams gives no object id for, as the scripts' person is. */
function visit(name: string): Promise<Visitor> {
  const conversation = `a:${name}`;
  let count = 0;
  const send = async (changes: Readonly<Record<string, unknown>>): Promise<void> => {
    await teams.post({
      id: `${name}-${(count += 1)}`, channelId: 'msteams', from: { id: `29:${name}` }, recipient: { id: `28:${APP_ID}` }, locale: 'sv-SE',
      conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT }, channelData: { tenant: { id: TENANT } }, ...changes,
    });
    await teams.settled();
  };
  return Promise.resolve({
    join: () => send({ type: 'installationUpdate', action: 'add' }),
    say: (text) => send({ type: 'message', text }),
    choose: (choice) => send({ type: 'message', value: { choice, label: choice } }),
    heard: () => Promise.resolve(teams.connector.textsIn(conversation)),
  });
}

/** Teams asks whether an answer helped by buttons of its own, numbers the source, and needs a blank line between the items of a list. */
function words(rows: readonly string[]): readonly string[] {
  return rows.map((row) => row.replace(/ \[1\]$/, '')).filter((row) => row !== '' && row !== sv.helped && row !== en.helped);
}

describe('Teams', () => {
  channelPromises(visit, words);
});
