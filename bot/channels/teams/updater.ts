/** Puts a message in the place of one that was sent (Teams documentation, "Update and delete messages sent from bot"). */
import type { Activity, CloudAdapter } from 'botbuilder';
import type { AppPace } from './app-pace.ts';
import type { Contacts } from './contacts.ts';
import { sdkReference } from './reference.ts';
import { type TeamsAuth, mayServe } from './settings.ts';

export interface UpdaterOptions {
  readonly adapter: CloudAdapter;
  readonly auth: TeamsAuth;
  readonly contacts: Pick<Contacts, 'load'>;
  readonly appPace: Pick<AppPace, 'turn'>;
}

/** Makes the function that tries it once, at the pace of all requests. It rejects when the message was not updated, or may not have been. */
export function createUpdater({ adapter, auth, contacts, appPace }: UpdaterOptions): (conversation: string, activityId: string, activity: Partial<Activity>) => Promise<void> {
  return async (conversation, activityId, activity) => {
    const { reference } = await contacts.load(conversation);
    if (reference === null || !mayServe(auth, reference.serviceUrl)) throw new Error('There is no way to the conversation of the message.');
    await appPace.turn();
    let failure: unknown = new Error('The SDK did not begin.');
    // Caught inside: what escapes from the callback goes to onTurnError, and the promise resolves as if all were well.
    await adapter.continueConversationAsync(auth.appId ?? '', sdkReference(reference), async (context) => {
      failure = await context.updateActivity({ ...activity, id: activityId }).then(() => null, (error: unknown) => error);
    });
    if (failure !== null) throw failure instanceof Error ? failure : new Error('The message was not updated.', { cause: failure });
  };
}
