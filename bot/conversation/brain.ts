/** Everything that `converse` may know: what the bot knows, understands and can do, and this person's open requests. */
import type { DialogName, Facts, KeptKind, OpenRequest } from '../../dialogs/dialog.ts';
import type { Understander } from '../../intents/reading.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { RunnableDialog } from './runnable.ts';

export interface ConversationSettings {
  readonly ticketBackend: Facts['ticketBackend'];
  /** After this time without a settlement the user is told so, in milliseconds. */
  readonly effectLateMs: number;
  /** A user who returns to an open dialog after this time is asked whether to go on, in milliseconds. */
  readonly idleAskMs: number;
  /** Longest message, in characters; told to the user when it is exceeded. */
  readonly maxMessageChars: number;
  readonly retention: {
    /** What was asked longer ago is forgotten, in milliseconds; null: never. */
    readonly historyMs: number | null;
    /** What stays when a person is erased, and for how many days; null: until further notice. */
    readonly erasureKeeps: readonly { readonly kind: KeptKind; readonly days: number | null }[];
  };
}

export interface Brain {
  readonly knowledge: Knowledge;
  readonly understander: Understander;
  readonly dialogs: Readonly<Record<DialogName, RunnableDialog>>;
  readonly settings: ConversationSettings;
  readonly openRequests: readonly OpenRequest[];
}
