import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseActivity } from '../../../bot/channels/teams/activity.ts';
import { createAppPace } from '../../../bot/channels/teams/app-pace.ts';
import { StrictAuthentication } from '../../../bot/channels/teams/authentication.ts';
import { createPeople, type People } from '../../../bot/channels/teams/people.ts';
import { type Json, TEST_LIMITS, eventually, registered, teamsMessage } from './bot.ts';
import { type Connector, MEMBERS, startConnector } from './connector.ts';
import { type Issuer, startIssuer } from './issuer.ts';

const ANNA = '00000000-0000-4000-8000-00000000a11a';
const PROFILE = { name: 'Anna Test', email: 'anna.test@example.test' };

let issuer: Issuer;
let connector: Connector;
let now: Date;
let people: People;
let authentication: StrictAuthentication;

beforeEach(async () => {
  issuer = await startIssuer();
  connector = await startConnector();
  connector.members.set('29:anna', { id: '29:anna', ...PROFILE });
  now = new Date('2026-11-24T09:00:00Z');
  // Patient with a slow machine: only the test of lateness has a short wait.
  people = peopleWith(60_000);
});
afterEach(async () => {
  authentication.close();
  await Promise.all([issuer.close(), connector.close()]);
});

function peopleWith(identityWaitMs: number): People {
  const limits = { ...TEST_LIMITS, identityWaitMs };
  authentication = new StrictAuthentication(registered(issuer, connector.url), limits);
  return createPeople({ clientFor: (url) => authentication.clientFor(url), appPace: createAppPace([]), limits, now: () => now, log: pino({ level: 'silent' }) });
}

async function profileOf(changes: Json = {}, from: People = people): ReturnType<People['of']> {
  const parsed = parseActivity(teamsMessage(connector.url, changes));
  if (!parsed.ok) throw new Error(parsed.message);
  return from.of(parsed.activity);
}

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('the profile of a person', () => {
  it('is what the roster of the conversation says', async () => {
    expect(await profileOf({ conversation: { id: '19:team@thread.tacv2;messageid=17' } })).toEqual(PROFILE);
    expect(connector.lookedUp).toEqual(['19:team@thread.tacv2 29:anna']);
  });

  it('is asked for once until it is old', async () => {
    await Promise.all([profileOf(), profileOf()]);
    later(59);
    await profileOf();
    expect(connector.lookedUp).toHaveLength(1);
    later(2);
    connector.members.set('29:anna', { id: '29:anna', ...PROFILE, name: 'Anna Nytt-Namn' });
    expect(await profileOf()).toEqual({ ...PROFILE, name: 'Anna Nytt-Namn' });
    expect(connector.lookedUp).toHaveLength(2);
  });

  it('is empty, and soon asked for again, when the roster cannot say it', async () => {
    for (const behaviour of [{ status: 403 }, { status: 500 }, 'cut'] as const) {
      connector.plan(MEMBERS, behaviour);
      expect(await profileOf()).toEqual({});
      const asked = connector.lookedUp.length;
      expect(await profileOf()).toEqual({});
      expect(connector.lookedUp).toHaveLength(asked);
      later(2);
      expect(await profileOf()).toEqual(PROFILE);
      later(61);
    }
  });

  it('is not waited for when the roster is slow, and known the next time', async () => {
    const hasty = peopleWith(1);
    connector.plan(MEMBERS, 'hang');
    expect(await profileOf({}, hasty)).toEqual({});
    await eventually(() => connector.lookedUp).toHaveLength(1);
    connector.release();
    await expect.poll(() => profileOf({}, hasty), { timeout: 15_000 }).toEqual(PROFILE);
  });

  it.each<[string, Json, Json]>([
    ['an address that is none', { email: 'anna' }, { name: 'Anna Test' }],
    ['a user name in place of an address', { email: undefined, userPrincipalName: 'anna@example.test' }, { name: 'Anna Test' }],
    ['the profile of another account', { aadObjectId: '00000000-0000-4000-8000-0000000000ff' }, {}],
    ['the same account in other letters', { aadObjectId: ANNA.toUpperCase() }, PROFILE],
  ])('of %s keeps what can be believed', async (_name, changes, expected) => {
    connector.members.set('29:anna', { id: '29:anna', ...PROFILE, ...changes });
    expect(await profileOf()).toEqual(expected);
  });

  it('is empty for somebody without an object id, who is not asked about', async () => {
    expect(await profileOf({ from: { id: '29:anna', name: 'Anna' } })).toEqual({});
    expect(connector.lookedUp).toEqual([]);
  });
});
