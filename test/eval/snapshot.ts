/**
 * What the bot does with every known question, kept as JSON Lines, so that two versions can be compared: the questions
 * that are read in another way are what a content owner looks through before publishing.
 */
import * as z from 'zod';
import { answerable } from '../../intents/model.ts';
import type { Kind } from '../../intents/decide.ts';
import { NONE } from '../../intents/reading.ts';
import type { Understander } from '../../intents/reading.ts';

/** A question, what is meant by it, and what the bot would do: answer `read`, offer `read`, or decline (naming `read`). */
const Line = z.object({
  set: z.string(),
  text: z.string(),
  meant: z.array(z.string()).readonly(),
  kind: z.enum(['sure', 'torn', 'lost']),
  read: z.array(z.string()).readonly(),
});
export type Line = z.infer<typeof Line>;

export type Asked = Pick<Line, 'set' | 'text' | 'meant'>;

export function snapshot(asked: readonly Asked[], understander: Understander): Line[] {
  return asked.map((question) => {
    const { understanding, needs } = understander.understand(question.text);
    switch (understanding.kind) {
      case 'sure':
        return { ...question, kind: 'sure', read: needs };
      case 'torn':
        return { ...question, kind: 'torn', read: understanding.between };
      case 'lost':
        return { ...question, kind: 'lost', read: understanding.topic === null ? [] : [understanding.topic] };
    }
  });
}

export function encodeSnapshot(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Throws `ZodError` or `SyntaxError` where a line is not what `encodeSnapshot` wrote. */
export function decodeSnapshot(content: string): Line[] {
  return content.split('\n').flatMap((line) => (line === '' ? [] : [Line.parse(JSON.parse(line))]));
}

export interface Change {
  readonly before: Line;
  readonly after: Line;
  readonly verdict: 'better' | 'worse' | 'alike';
}

/** The questions of both snapshots that are read in another way now. */
export function compare(before: readonly Line[], after: readonly Line[], kinds: ReadonlyMap<string, Kind>): Change[] {
  const known = new Map(before.map((line) => [keyOf(line), line]));
  return after.flatMap((line) => {
    const old = known.get(keyOf(line));
    if (old === undefined || describeReading(old) === describeReading(line)) return [];
    const gain = worth(line, kinds) - worth(old, kinds);
    return [{ before: old, after: line, verdict: gain > 0 ? 'better' : gain < 0 ? 'worse' : 'alike' }];
  });
}

export function describeReading({ kind, read }: Line): string {
  const what = { sure: 'answers', torn: 'asks', lost: 'declines' }[kind];
  return read.length === 0 ? what : `${what} ${read.join(kind === 'torn' ? ' or ' : ' and ')}`;
}

const keyOf = ({ set, text }: Line): string => `${set}\n${text}`;

/** 3: what was meant and nothing else; 2: a part of it, offered, or not answered with a wrong name; 1: no help; 0: misleads. */
function worth({ meant, kind, read }: Line, kinds: ReadonlyMap<string, Kind>): number {
  const answers = meant.filter((label) => answerable(label, kinds) !== NONE);
  if (answers.length === 0) {
    if (kind !== 'lost') return kind === 'torn' ? 1 : 0;
    return read.every((topic) => meant.includes(topic)) ? 3 : 2;
  }
  if (kind === 'lost') return 1;
  if (kind === 'torn') return read.some((topic) => answers.includes(topic)) ? 2 : 1;
  if (read.some((topic) => !answers.includes(topic))) return 0;
  return answers.every((topic) => read.includes(topic)) ? 3 : 2;
}
