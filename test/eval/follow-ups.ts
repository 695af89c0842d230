/** Messages that go on from an answer: the pairs of test/heldout/follow-ups.md, read with and without what was answered. */
import { readFile } from 'node:fs/promises';
import { answerable } from '../../intents/model.ts';
import { NONE } from '../../intents/reading.ts';
import type { Prior, Reading, Understander } from '../../intents/reading.ts';
import type { Kind } from '../../intents/decide.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { percent } from './measures.ts';

export interface FollowUp {
  readonly half: string;
  readonly last: string;
  /** Any of them is right. */
  readonly meant: readonly string[];
  readonly text: string;
}

/** Lines "- topic just answered > topic, topic | message" under "## half". */
export async function loadFollowUps(path: string): Promise<FollowUp[]> {
  const followUps: FollowUp[] = [];
  let half = '';
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    half = /^## ([a-z]+)$/.exec(line)?.[1] ?? half;
    const [, last, meant, text] = /^- ([a-z-]+) > ([a-z, -]+) \| (.*)$/.exec(line) ?? [];
    if (last !== undefined && meant !== undefined && text !== undefined) followUps.push({ half, last, meant: meant.split(', '), text });
  }
  return followUps;
}

type Relations = readonly Pick<Topic, 'id' | 'related'>[];

/** What the conversation would pass on after an answer about `last`. */
export function priorAfter(last: string, topics: Relations): Prior {
  return {
    lastIntent: last,
    language: 'sv',
    related: topics.find(({ id }) => id === last)?.related ?? [],
    relating: topics.filter(({ related }) => related.includes(last)).map(({ id }) => id),
  };
}

/** One row a half and a way of reading: top-1, answered or declined rightly, solved within one click, wrong answers. */
export function followUpRows(followUps: readonly FollowUp[], topics: Relations, understander: Understander, kinds: ReadonlyMap<string, Kind>): string[][] {
  return [...Map.groupBy(followUps, ({ half }) => half)].flatMap(([half, pairs]) =>
    ([false, true] as const).map((withPrior) => {
      const read = pairs.map((pair) => ({ pair, reading: understander.understand(pair.text, withPrior ? priorAfter(pair.last, topics) : undefined) }));
      const share = (test: (reading: Reading, meant: readonly string[]) => boolean): string => percent(read.filter(({ pair, reading }) => test(reading, pair.meant)).length, read.length);
      const truths = (meant: readonly string[]): string[] => meant.map((label) => answerable(label, kinds));
      const isRight = ({ understanding }: Reading, meant: readonly string[]): boolean => (understanding.kind === 'sure' ? meant.includes(understanding.intent) : understanding.kind === 'lost' && truths(meant).includes(NONE));
      return [
        `${half}, ${withPrior ? 'after the answer' : 'by themselves'}`,
        `${read.length}`,
        share(({ candidates }, meant) => truths(meant).includes(candidates[0]?.intent ?? NONE)),
        share(isRight),
        share((reading, meant) => isRight(reading, meant) || (reading.understanding.kind === 'torn' && reading.understanding.between.some((topic) => meant.includes(topic)))),
        share(({ understanding }, meant) => understanding.kind === 'sure' && !meant.includes(understanding.intent)),
      ];
    }),
  );
}
