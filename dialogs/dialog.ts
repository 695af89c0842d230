/**
 * The contract of a dialog: pure data and functions. A dialog never sees the clock, the store, the classifier or a
 * channel; all that it may know of the world comes in a `Context`. It does not know about digressions, cancel, back,
 * help or "a person, please" either: the conversation loop handles those, once, around whatever dialog is running.
 */
import type * as z from 'zod';

export type Language = 'sv' | 'en';

/** Who writes. `verified` means that the channel authenticated this person for this very turn. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly verified: boolean;
}

/** A button. The id is stable and means something ("yes", "none-of-these", "intent:card-lost"); the label is read by people. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Typed words that mean this choice besides its label, lower case. Channels do not show them. */
  readonly typed?: readonly string[];
}

/** A summary as label and value pairs; channels render it as a card, or as lines below the text. */
export interface Card {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** What the bot says, free of any channel. `text` is Markdown (paragraphs, lists, bold, links; no HTML, no headings). */
export interface Reply {
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** A typed number answers the question itself ("4": step 4), so it picks no button. */
  readonly ownNumbers?: true;
  readonly card?: Card;
  /** Others read this conversation: the channel first opens a chat of the person's own. Where it cannot, `otherwise` is said instead of `text`. */
  readonly inPrivate?: PrivateOpening;
  /** Of the words; Swedish when absent. */
  readonly language?: 'en';
  /** Set on an answer from knowledge/. */
  readonly answer?: AnswerFacts;
}

/** What stands behind an answer. `text` says all of it; a channel that has its own way to show a source or to ask for feedback reads it here. */
export interface AnswerFacts {
  readonly intent: string;
  /** The page that the answer builds on. `owner`: who answers for it; `reviewed`: an ISO date, null until the owner has reviewed. */
  readonly source: Link & { readonly owner: string; readonly reviewed: string | null };
  /** The question whether it helped: the last paragraph of `text`, with the choices yes and no. */
  readonly helped?: string;
}

/** How a chat of a person's own begins: with a choice, or with words as if they had been typed there. */
export interface PrivateOpening {
  readonly choice: string | null;
  readonly text: string;
  readonly language: Language;
  /** As the channel vouched for them where they asked. */
  readonly person: Person;
  readonly otherwise: string;
}

/** A request to the outside world. It is committed with the turn and performed once by the outbox worker. */
export type Effect =
  | { readonly kind: 'blockCard'; readonly request: BlockRequest }
  | { readonly kind: 'openTicket'; readonly ticket: TicketDraft }
  | { readonly kind: 'startHandoff'; readonly reason: string }
  | { readonly kind: 'recordFeedback'; readonly feedback: Feedback }
  /** Erases what is kept of a person, except `keeps`: the user has been told so. */
  | { readonly kind: 'erasePerson'; readonly personId: string; readonly keeps: readonly KeptKind[] };

/** Kinds of record; each is kept for as long as its own setting says. */
export type RecordKind = 'chats' | 'turn-records' | 'references' | 'feedback' | KeptKind;

/** Kinds that the law may ask to be kept, also when their person wants them erased. */
export type KeptKind = 'tickets' | 'block-requests';

/** How a person can be reached or told apart. An HSA-id is not a secret, so none of this proves an identity. */
export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly hsaId?: string;
  readonly rsid?: string;
  readonly unit?: string;
}

/** A request to block a card. Only a verified card holder's own request may reach the card system directly. */
export interface BlockRequest {
  readonly holder: Contact;
  readonly personId: string;
  readonly verified: boolean;
  readonly event: 'lost' | 'stolen' | 'unknown';
  /** When it happened, in the user's own words, and as a date where it could be read. */
  readonly when: { readonly words: string; readonly at?: string };
  readonly employed: boolean | null;
  /** Set when a colleague reports for the holder. Never blocks directly. */
  readonly reportedBy?: Contact;
  readonly language: Language;
}

/** What Servicedesk receives. The user has seen exactly this and agreed. */
export interface TicketDraft {
  readonly subject: string;
  readonly category: 'card-lost' | 'pin-reset' | 'login' | 'order' | 'other';
  readonly urgent: boolean;
  readonly description: string;
  readonly contact: Contact;
  readonly personId: string;
  readonly verified: boolean;
  readonly language: Language;
}

export interface Feedback {
  readonly intent: string | null;
  readonly helped: boolean | null;
  readonly comment?: string;
}

/** How an effect ended, as the receiving system told it. Expected refusals are values, not exceptions. */
export type Settlement =
  | { readonly ok: true; readonly outcome: 'blocked' | 'requested' | 'registered'; readonly reference: string; readonly at: Date }
  | { readonly ok: false; readonly reason: string };

/** One earlier question of this conversation and what came of it; the ticket is prefilled from these. */
export interface Exchange {
  readonly asked: string;
  readonly answered: string;
  readonly intent: string | null;
  readonly at: string;
}

/** A ticket or block request of this very person, as the store knows it. */
export interface OpenRequest {
  readonly kind: 'ticket' | 'block';
  readonly reference: string;
  readonly subject: string;
  readonly state: 'sending' | 'open' | 'answered' | 'closed' | 'blocked' | 'failed';
  readonly openedAt: string;
  readonly lastAnswer?: string;
}

/** A named page. `url` is null when the operator has not given an address; then only the title is shown. */
export interface Link {
  readonly title: string;
  readonly url: string | null;
}

/** The facts of knowledge/ and of the store that a dialog may state. */
export interface Facts {
  readonly servicedesk: { readonly internal: string; readonly external: string };
  readonly links: Readonly<Record<string, Link>>;
  /** Where tickets go: decides how truthfully a registration may be worded. */
  readonly ticketBackend: 'local' | 'mail' | 'servicenow' | 'webhook';
  readonly history: readonly Exchange[];
  readonly openRequests: readonly OpenRequest[];
  /** How the writer was to be reached in an earlier request of this conversation. */
  readonly contact?: Partial<Contact>;
}

/** All that a dialog may know of the world. */
export interface Context {
  readonly person: Person;
  readonly at: Date;
  readonly language: Language;
  readonly facts: Facts;
}

/** How the dialog came to start: the intent, and the message in the user's own (masked) words. */
export interface Opening {
  readonly intent: string;
  readonly text: string;
  /** What an earlier dialog already found out or tried, in sentences for the ticket. */
  readonly tried?: readonly string[];
  /** Set when another dialog hands over: the topic that it was about. `text` is then the matter in its words. */
  readonly about?: string;
  /** How an earlier dialog knows that the writer can be reached. */
  readonly contact?: Partial<Contact>;
}

/**
 * What the user did. Typed text that equals a choice of the current question, or a yes or no in any form where the
 * question offers yes/no, arrives with `choice` already set; `text` is the words without any secret that was taken out.
 */
export interface Input {
  readonly text: string;
  readonly choice: string | null;
  /** The topic that a typed message is surely about when it is read by itself. */
  readonly topic?: string | null;
}

export type DialogName = 'card-lost' | 'pin-reset' | 'escalation';

export type Step<S> =
  /** Goes on: `say` comes first, then `ask(state)`. */
  | { readonly then: 'ask'; readonly state: S; readonly say?: readonly Reply[] }
  /** Effects are under way: the dialog leaves the floor and is woken by `settled` (or `late`) once per effect. */
  | { readonly then: 'await'; readonly state: S; readonly say: readonly Reply[]; readonly effects: readonly Effect[] }
  | { readonly then: 'finish'; readonly say: readonly Reply[] }
  /** Gives the floor to another dialog: for good, or to come back in the state that it keeps. */
  | { readonly then: 'switch'; readonly to: DialogName; readonly say?: readonly Reply[]; readonly opening: Opening; readonly keep?: S }
  /** The input is not an answer to the question; the conversation loop looks for what else it may mean. */
  | { readonly then: 'misunderstood' };

/**
 * What a number in an answer is where the words beside it do not say: a code that must not be kept, a way to reach or
 * tell apart a person (a phone number, an RSID), or a time.
 */
export type NumbersMeant = 'code' | 'contact' | 'time';

export interface Dialog<S> {
  readonly name: DialogName;
  /** Raised when the meaning of a stored state changes; a stored dialog of another version ends politely. */
  readonly version: number;
  readonly state: z.ZodType<S>;
  /** The first state. Facts that the opening message already holds are taken from it. May end at once (e.g. an open request exists). */
  start(context: Context, opening: Opening): Step<S>;
  /** The question of a state. A function of the state alone, so that it can be asked again after any digression. */
  ask(state: S, context: Context): Reply;
  /** Read before the answer is masked: "123456" may be a PIN or an RSID. Without it, or null, the question is not about numbers. */
  numbersMeant?(state: S): NumbersMeant | null;
  step(state: S, input: Input, context: Context): Step<S>;
  /** The state that "tillbaka" returns to, or null when there is none (an effect cannot be taken back). */
  back(state: S): S | null;
  /** The state that "börja om" returns to. A dialog without this is cancelled instead. */
  restarted?(state: S): S;
  /** What Servicedesk needs to know of this state when the user asks for a person in the middle of it. */
  handOver?(state: S, context: Context): Opening;
  /** Comes back after another dialog; takes what was told meanwhile, so that it is not asked again. */
  resumed?(state: S, context: Context): S;
  /** An awaited effect has ended. */
  settled(state: S, settlement: Settlement, context: Context): Step<S>;
  /** An awaited effect has not ended in the time that the operator allows: the truth, and the number to call. */
  late(state: S, context: Context): readonly Reply[];
}
