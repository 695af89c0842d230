/** What the understanding of one message is: the types between intents/ and the conversation. */

export type Language = 'sv' | 'en';

/** The id that stands for everything outside the bot's information. */
export const NONE = 'none';

/** `intent` is the id of a topic in knowledge/ (with or without an answer) or `none`; `confidence` is calibrated, 0 to 1. */
export interface Candidate {
  readonly intent: string;
  readonly confidence: number;
}

/**
 * - `sure`: act on `intent`, which is a topic with an answer or small talk.
 * - `torn`: two to four topics could be meant; ask which.
 * - `lost`: outside the bot's information. `topic` is the known topic without an answer, where one was recognised.
 */
export type Understanding =
  | { readonly kind: 'sure'; readonly intent: string }
  | { readonly kind: 'torn'; readonly between: readonly string[] }
  | { readonly kind: 'lost'; readonly topic: string | null };

export interface Reading {
  readonly understanding: Understanding;
  /** Every need found in the message, first one first; two needs in one message give two. Empty unless `sure`. */
  readonly needs: readonly string[];
  /** A topic without an answer that the message asks about beside the need. */
  readonly aside: string | null;
  /**
   * The best five of the ids with an answer and `none`, falling confidence, all of them summing to at most 1.
   * Topics without an answer are folded into `none`.
   */
  readonly candidates: readonly Candidate[];
  /** How far the likeliest candidate can be trusted, 0 to 1 (trust.ts): an answer is given by it, not by the confidence. */
  readonly trust: number;
  readonly language: Language;
}

/** What was just talked about; decides what a follow-up is about that does not say so itself (follow-up.ts). */
export interface Prior {
  readonly lastIntent: string | null;
  /** Topics that the last one names as related, and topics that name it. */
  readonly related?: readonly string[];
  readonly relating?: readonly string[];
  readonly language: Language;
}

export interface Understander {
  /** Changes whenever the model would read a message differently. */
  readonly version: string;
  /** Never throws, whatever the text; the caller has masked and capped it. */
  understand(text: string, prior?: Prior): Reading;
}
