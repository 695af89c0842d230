/** A person who has a talk over a line that cannot be trusted: repeats what was not acknowledged, and some things that were. */
import type { Random } from '../../intents/random.ts';
import { callUntilAnswered } from './calls.ts';
import type { Letter, Line } from './line.ts';
import type { Step, Talk } from './talks.ts';

/** One message, with all that came back for it. */
export interface Sent {
  readonly moment: number;
  readonly turn: string;
  readonly acknowledgements: string[];
}

export interface Conversation {
  readonly name: string;
  readonly talk: Talk;
  readonly line: Line;
  readonly sent: readonly Sent[];
  /** What was refused that should have been taken. */
  readonly refused: readonly string[];
  /** What happened, in words, for the report of a violation. */
  readonly lines: readonly { readonly at: number; readonly line: string }[];
}

const SENT_TWICE = 0.2;
const SENT_AGAIN_LATER = 0.2;

/** Begins the talk; the promise resolves when all of it is acknowledged. */
export function converse(name: string, talk: Talk, line: Line, random: Random): { readonly conversation: Conversation; readonly over: Promise<void> } {
  const sent: Sent[] = [];
  const refused: string[] = [];
  const lines: { at: number; line: string }[] = [];
  const note = (text: string): void => void lines.push({ at: Date.now(), line: text });
  const deliver = async (letter: Letter, one: Sent, words: string): Promise<void> => {
    note(`> ${words}`);
    const answer = await callUntilAnswered(letter.call, (how) => note(`  no answer to ${words}: ${how}`));
    try {
      one.acknowledgements.push(line.acknowledged(answer));
      note(`  taken: ${words}`);
    } catch (error) {
      refused.push(`${words} was ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const say = async (step: Step, moment: number, id: string): Promise<() => Promise<void>> => {
    const letter = line.letter(step, id);
    const one: Sent = { moment, turn: letter.turn, acknowledgements: [] };
    sent.push(one);
    const words = 'say' in step ? `${id} ${step.say}` : `${id} [${step.press}]`;
    const copies = random() < SENT_TWICE ? 2 : 1;
    await Promise.all(Array.from({ length: copies }, () => deliver(letter, one, words)));
    return () => deliver(letter, one, `${words} (again)`);
  };
  const run = async (): Promise<void> => {
    const repeats: (() => Promise<void>)[] = [];
    for (const [moment, steps] of talk.moments.entries()) {
      repeats.push(...(await Promise.all(steps.map((step, index) => say(step, moment, `${name}-${moment}-${index}`)))));
      if (random() < SENT_AGAIN_LATER) await repeats[Math.floor(random() * repeats.length)]?.();
    }
  };
  return { conversation: { name, talk, line, sent, refused, lines }, over: run() };
}
