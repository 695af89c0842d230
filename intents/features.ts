/**
 * What a message is to the classifier: word stems, pairs of neighbouring stems, and runs of 3 to 5 characters within
 * words (a typo spoils one word but only a few of its runs). Names begin with the kind, so that kinds never meet.
 */
import { NOTHING } from './parts.ts';
import { stem } from './stem.ts';

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;

/** How often each feature stands in the message. */
export interface FeatureCounts {
  readonly words: ReadonlyMap<string, number>;
  readonly runs: ReadonlyMap<string, number>;
}

/** The features of the words in their order. */
export function features(words: readonly string[], without = NOTHING): FeatureCounts {
  const root = without.has('stems') ? (word: string) => word : stem;
  const counts = { words: new Map<string, number>(), runs: new Map<string, number>() };
  let previous = '<';
  for (const word of words) {
    const current = root(word);
    count(counts.words, current);
    if (!without.has('pairs')) count(counts.words, `${previous} ${current}`);
    previous = current;
    if (!without.has('runs')) addRuns(word, counts.runs);
  }
  if (!without.has('pairs')) count(counts.words, `${previous} >`);
  return counts;
}

/** The runs of 3 to 5 characters of all the words. */
export function characterRuns(words: readonly string[]): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  for (const word of words) addRuns(word, runs);
  return runs;
}

function addRuns(word: string, runs: Map<string, number>): void {
  const bounded = `_${word}_`;
  for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
    for (let start = 0; start + length <= bounded.length; start++) count(runs, bounded.slice(start, start + length));
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
