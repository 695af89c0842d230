/** Who people are, from Teams' own roster: the name and the work address of an account that a token has vouched for. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Log } from '../../log.ts';
import type { InboundActivity } from './activity.ts';
import type { AppPace } from './app-pace.ts';
import type { ConnectorClient } from './connector-clients.ts';
import type { TeamsLimits } from './limits.ts';

/** What the roster says of a person. */
export interface Profile {
  readonly name?: string;
  readonly email?: string;
}

export interface People {
  /** The profile of the sender, or an empty one when Teams does not say it in time. Never rejects. */
  of(activity: InboundActivity): Promise<Profile>;
}

export interface PeopleOptions {
  readonly clientFor: (serviceUrl: string) => Promise<ConnectorClient>;
  readonly appPace: AppPace;
  readonly limits: Pick<TeamsLimits, 'identityTtlMs' | 'identityWaitMs'>;
  readonly now: () => Date;
  readonly log: Log;
}

/** TeamsChannelAccount of the Bot Connector. Guests may lack an address; a user principal name looks like one and need not be one. */
const member = z.object({
  name: z.string().min(1).max(256).optional().catch(undefined),
  email: z.email().max(254).optional().catch(undefined),
  aadObjectId: z.string().optional().catch(undefined),
  objectId: z.string().optional().catch(undefined),
});

const MAX_PEOPLE = 10_000;
/** After a failure the roster is left alone for this long: it is one more request in a time when requests fail. */
const FAILED_TTL_MS = 60_000;
const NOBODY: Profile = {};

interface Known {
  readonly profile: Promise<Profile>;
  until: number;
}

export function createPeople(options: PeopleOptions): People {
  const { limits, now } = options;
  // In the order of the last look-up, so that the first one is the one to forget.
  const known = new Map<string, Known>();
  const lookUp = (id: string, activity: InboundActivity): Promise<Profile> => {
    const kept = known.get(id);
    if (kept !== undefined && kept.until > now().getTime()) return kept.profile;
    const profile = fetchProfile(options, id, activity).then(
      (found) => found,
      (error: unknown) => {
        options.log.info({ err: error, channel: 'teams' }, 'the roster does not say who a person is');
        entry.until = Math.min(entry.until, now().getTime() + FAILED_TTL_MS);
        return NOBODY;
      },
    );
    const entry: Known = { profile, until: now().getTime() + limits.identityTtlMs };
    known.delete(id);
    known.set(id, entry);
    const [oldest] = known.keys();
    if (known.size > MAX_PEOPLE && oldest !== undefined) known.delete(oldest);
    return profile;
  };
  return {
    of: async (activity) => {
      const id = activity.from.aadObjectId;
      if (!id) return NOBODY;
      const late = new AbortController();
      const tooLate = sleep(limits.identityWaitMs, NOBODY, { signal: late.signal, ref: false }).catch(() => NOBODY);
      return Promise.race([lookUp(id, activity), tooLate]).finally(() => late.abort());
    },
  };
}

async function fetchProfile({ clientFor, appPace }: PeopleOptions, id: string, { serviceUrl, conversation, from }: InboundActivity): Promise<Profile> {
  const client = await clientFor(serviceUrl);
  await appPace.turn();
  // The roster is that of the channel, not of a thread in it.
  const [roster = ''] = conversation.id.split(';messageid=');
  const { name, email, aadObjectId, objectId } = member.parse(await client.conversations.getConversationMember(roster, from.id));
  // What is said of another account would put somebody else's address in a ticket.
  if ((aadObjectId ?? objectId ?? id).toLowerCase() !== id.toLowerCase()) return NOBODY;
  return { ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}
