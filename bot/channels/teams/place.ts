/** Where a conversation is, for the look of what is said there. Pure. */
import type { ButtonKind } from './cards/buttons.ts';
import type { Place } from './outgoing.ts';

/** What of a reference, or of an activity, tells the place. */
interface Located {
  readonly channelId?: string;
  readonly conversation?: { readonly conversationType?: string | null | undefined; readonly isGroup?: unknown };
}

/** How messages look everywhere. */
export interface Look {
  readonly buttons: ButtonKind;
  /** The longest text of one message, in UTF-16 code units. */
  readonly messageChars: number;
  /** A turn that takes longer shows that the bot is writing. Most take a few milliseconds. */
  readonly typingAfterMs: number;
}

export const DEFAULT_LOOK: Look = {
  buttons: 'submit',
  // Teams takes about 28 kB in the narrowest of its limits, counted in UTF-16 and with its own HTML; this leaves a few kB for that.
  messageChars: 12_000,
  typingAfterMs: 700,
};

export function placeOf({ channelId, conversation }: Located, look: Look): Place {
  const { conversationType, isGroup } = conversation ?? {};
  return { isTeams: channelId === 'msteams', isPersonal: conversationType ? conversationType === 'personal' : isGroup !== true, buttons: look.buttons, messageChars: look.messageChars };
}
