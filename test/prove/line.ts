/** One conversation over some channel, as its person has it. */
import type { Answer, Call } from './calls.ts';
import type { Step } from './talks.ts';

/** One message, made once and sent as often as it takes. */
export interface Letter {
  /** The key of its turn in the store. */
  readonly turn: string;
  readonly call: () => Promise<Call>;
}

/** Something that the bot, or the person, said, as it came to the person. */
export interface Seen {
  readonly at: number;
  readonly from: 'user' | 'bot';
  readonly text: string;
}

export interface Line {
  readonly channel: 'webchat' | 'teams';
  /** Its key in the store. */
  readonly conversation: string;
  letter(step: Step, id: string): Letter;
  /** What an acknowledgement says of its message; the same for each repetition. */
  acknowledged(answer: Answer): string;
  /** What has been seen so far, in order. */
  seen(): readonly Seen[];
  /** The person goes away; what comes later is found at the end. */
  leave(): void;
  /** Looks at all that there is, when nothing more comes. Returns what is wrong with how it was shown. */
  finish(): Promise<readonly string[]>;
}
