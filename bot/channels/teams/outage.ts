/** While nothing can be stored no turn can be taken. The person is told so at once, with the number to call, instead of nothing. */
import type { TurnContext } from 'botbuilder';
import type { Log } from '../../log.ts';
import { wordsIn } from './cards/wording.ts';

export interface OutageOptions {
  readonly servicedesk: { readonly internal: string; readonly external: string };
  readonly log: Log;
}

/** Activities that have been answered so; a channel sends an activity that failed again within seconds. */
const REMEMBERED = 1000;

/** Makes the function that tells, once for each message. Never rejects: what cannot be sent is logged. */
export function createOutageNotice({ servicedesk, log }: OutageOptions): (context: TurnContext, error: unknown) => Promise<void> {
  const told = new Set<string>();
  return async (context, error) => {
    const { activity } = context;
    const isOutage = error instanceof Error && error.name === 'StoreUnavailable';
    if (!isOutage || activity.type !== 'message' || activity.deliveryMode === 'expectReplies' || told.has(activity.id ?? '')) return;
    remember(told, activity.id ?? '');
    try {
      await context.sendActivity(wordsIn(activity.locale?.startsWith('en') === true ? 'en' : 'sv').outage(servicedesk));
    } catch (failure) {
      log.warn({ err: failure, channel: 'teams' }, 'nobody could be told that nothing can be stored');
    }
  };
}

function remember(told: Set<string>, id: string): void {
  const [oldest] = told;
  if (told.size >= REMEMBERED && oldest !== undefined) told.delete(oldest);
  told.add(id);
}
