/** What is known of a message beside its words. */
import type { NumbersMeant } from '../conversation/types.ts';

export interface Hearing {
  /** What a number is where the words do not say. */
  readonly meant: NumbersMeant | null;
  /** When the message came; without it no bare row of digits reads as a date. */
  readonly at: Date | null;
  /** Whether a text without any other words counts as a code too. */
  readonly alone: boolean;
}

/** The part that the conversation knows. */
export type Known = Partial<Pick<Hearing, 'meant' | 'at'>>;
