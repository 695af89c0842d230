/**
 * What a message is to the classifier: word stems, pairs of neighbouring stems, and runs of 3 to 5 characters within
 * words (a typo spoils one word but only a few of its runs). A run is packed into a number, since a long message has
 * thousands, and numbers are counted several times faster than strings.
 */
import { NOTHING } from './parts.ts';
import { stem } from './stem.ts';

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;

/** Letters, figures, the end of a word, and one digit for all else: five of them make less than 2^31. */
const RADIX = 39;
const END = 37;
const OTHER = 38;

/** A stem, a pair of stems, or a packed run. */
export type Feature = string | number;

/** How often each feature stands in the message. */
export interface FeatureCounts {
  readonly words: ReadonlyMap<Feature, number>;
  readonly runs: ReadonlyMap<Feature, number>;
}

/** The features of the words in their order. */
export function features(words: readonly string[], without = NOTHING): FeatureCounts {
  const root = without.has('stems') ? (word: string) => word : stem;
  const counts = { words: new Map<Feature, number>(), runs: new Map<Feature, number>() };
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
export function characterRuns(words: readonly string[]): ReadonlyMap<Feature, number> {
  const runs = new Map<Feature, number>();
  for (const word of words) addRuns(word, runs);
  return runs;
}

/** Both ends of a word are marked. Runs of one length are packed as digits of one number; no digit is 0, so that lengths never meet. */
function addRuns(word: string, runs: Map<Feature, number>): void {
  const length = word.length + 2;
  for (let size = SHORTEST_RUN; size <= LONGEST_RUN; size++) {
    const most = RADIX ** (size - 1);
    let packed = 0;
    for (let at = 0; at < length; at++) {
      packed = (packed % most) * RADIX + digit(word, at - 1);
      if (at >= size - 1) count(runs, packed);
    }
  }
}

function digit(word: string, at: number): number {
  if (at < 0 || at === word.length) return END;
  const code = word.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? code - 21 : OTHER;
}

function count(counts: Map<Feature, number>, name: Feature): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
