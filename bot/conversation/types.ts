/** The central types of a conversation: a Turn comes in, an Outcome goes out. Everything here is plain data. */
import type { Choice, Contact, Effect, Exchange, Facts, Language, NumbersMeant, Opening, Person, Reply, Settlement } from '../../dialogs/dialog.ts';
import type { Candidate } from '../../intents/reading.ts';

/** One thing that happened in a conversation. `id` is unique within the conversation; a second turn of the same id is a redelivery. */
export interface Turn {
  readonly id: string;
  readonly conversation: string;
  readonly channel: ChannelName;
  readonly person: Person;
  readonly at: Date;
  readonly event: TurnEvent;
  readonly circumstances?: Circumstances;
  /** What the channel wants kept beside the user's message, e.g. the client's own activity id. Plain JSON, no message text. */
  readonly origin?: Readonly<Record<string, unknown>>;
}

/** What a channel knows of how a message came, beside its words. */
export interface Circumstances {
  /** Others than the person read the conversation: a group chat, a channel. */
  readonly isShared?: boolean;
  /** Of the person's client; what they write counts for more. */
  readonly language?: Language;
  /** The channel cannot tell whether the last reply was shown. */
  readonly isUnsure?: boolean;
  /** The message came with files or images, which the bot does not read. */
  readonly hasFiles?: boolean;
}

export type ChannelName = 'teams' | 'webchat' | 'terminal';

export type TurnEvent =
  | { readonly kind: 'joined'; readonly language?: Language }
  /**
   * `text` is masked already; `removed` lists the kinds of secret that were taken out, and `rest` is what is said besides
   * them. `cut`: it was longer than the limit.
   */
  | { readonly kind: 'said'; readonly text: string; readonly removed?: readonly SecretKind[]; readonly rest?: string; readonly cut?: boolean }
  | { readonly kind: 'chose'; readonly choice: string; readonly label?: string }
  | { readonly kind: 'edited'; readonly text: string; readonly removed?: readonly SecretKind[] }
  | { readonly kind: 'deleted' }
  /** Pressed on an answer that may be an old one. `intent` is null where the channel no longer knows which answer it was. `comment` is masked already. */
  | { readonly kind: 'rated'; readonly intent: string | null; readonly helped: boolean; readonly comment?: string }
  /** The time that an effect may take has passed without a settlement. */
  | { readonly kind: 'overdue' }
  | { readonly kind: 'settled'; readonly key: string; readonly settlement: Settlement }
  /** An answer from Servicedesk on a ticket of this conversation. */
  | { readonly kind: 'agentSaid'; readonly reference: string; readonly text: string; readonly closed: boolean }
  /** News of a request that no dialog waits for any more, from the bot itself. */
  | { readonly kind: 'news'; readonly reference: string; readonly text: string }
  | { readonly kind: 'agentLeft' };

export type SecretKind = 'pin' | 'puk' | 'code' | 'personnummer' | 'password';

/** A dialog with its place in it. `state` is what the dialog's own schema accepts. */
export interface Frame {
  readonly dialog: string;
  readonly version: number;
  readonly state: unknown;
}

/** An effect under way, and the dialog that waits for it. */
export interface Pending {
  readonly key: string;
  readonly frame: Frame;
  /** When the user must be told that there is no answer yet; null once told. ISO 8601. */
  readonly due: string | null;
}

export interface ConversationState {
  readonly format: 1;
  readonly welcomed: boolean;
  readonly language: Language;
  /** Innermost dialog last; each dialog once at most. */
  readonly stack: readonly Frame[];
  /** Needs of the same message that wait until the stack is empty. */
  readonly queue: readonly Opening[];
  readonly pending: readonly Pending[];
  /** The choices that the last reply outside a dialog offered, so that typed text can pick one. */
  readonly offered: readonly Choice[];
  /** The message that "which is it?" is asked about: whoever chooses has already told what it holds. */
  readonly unclear: string | null;
  readonly misses: number;
  /** The last topic that was answered: feedback and priors refer to it. */
  readonly lastIntent: string | null;
  /** A question of the conversation itself that is open: "fick du hjälp?", "vill du fortsätta?", "ska jag radera?" or "vill du ha hjälp av en människa?". */
  readonly awaiting: 'feedback' | 'resume' | 'erase' | 'person' | null;
  readonly history: readonly Exchange[];
  /** How the writer was to be reached in the last request, and when that was (ISO 8601). */
  readonly contact?: { readonly of: Partial<Contact>; readonly at: string } | null;
  readonly lastTurnAt: string | null;
}

/** How a message was read and acted on; for the automation contract and for metrics. */
export interface Trace {
  readonly decision: 'answer' | 'dialog' | 'smalltalk' | 'clarify' | 'decline';
  readonly intent: string | null;
  readonly intents: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly offers: readonly string[];
  readonly topic: string | null;
}

export interface KeyedEffect {
  readonly key: string;
  readonly effect: Effect;
}

export interface Outcome {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly KeyedEffect[];
  readonly trace: Trace | null;
  /** When this conversation must be woken by an `overdue` turn. */
  readonly due: Date | null;
}

export type { Choice, Effect, Exchange, Facts, Language, NumbersMeant, Opening, Person, Reply, Settlement };
