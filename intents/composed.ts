/**
 * Messages with two needs, composed of two examples of one voice and labelled with both. They teach the classifier to
 * divide its confidence between the needs, and help it with single ones too (top-1 on left-out voices: + 1 point).
 */
import { ENGLISH_CONNECTIVES } from './clause-boundaries.en.ts';
import { SWEDISH_CONNECTIVES } from './clause-boundaries.sv.ts';
import type { Kind } from './decide.ts';
import type { Example } from './examples.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Language } from './reading.ts';

/** Composed messages for each example; more teach little and take time to learn. */
const SHARE = 0.25;
/** Nobody writes two long stories in one message. */
const MOST_LETTERS = 90;
const SEED = 1_124;

const PUNCTUATION = [', ', '. ', '? '];
const CONNECTIVES: Readonly<Record<Language, readonly string[]>> = { sv: SWEDISH_CONNECTIVES, en: ENGLISH_CONNECTIVES };

/** Composes messages of the examples whose topics have an answer. The same examples give the same messages. */
export function composeDoubles(examples: readonly Example[], kinds: ReadonlyMap<string, Kind>): readonly Example[] {
  const usable = examples.filter(({ text, labels }) => labels.length === 1 && kinds.get(labels[0] ?? '') === 'answer' && text.length <= MOST_LETTERS);
  const voices = Map.groupBy(usable, ({ voice, language }) => `${voice} ${language}`);
  const random = seededRandom(SEED);
  return [...voices.values()].flatMap((spoken) =>
    Array.from({ length: Math.round((SHARE * examples.length * spoken.length) / usable.length) }, () => compose(spoken, random)).filter((double) => double.labels.length === 2),
  );
}

/** Has one label only when both parts happen to be of one topic. */
function compose(spoken: readonly Example[], random: Random): Example {
  const [first, second] = [pick(spoken, random), pick(spoken, random)];
  const joint = random() < 0.5 ? pick(PUNCTUATION, random) : ` ${pick(CONNECTIVES[first.language], random)} `;
  return { ...first, text: `${first.text.replace(/[.!?\s]+$/, '')}${joint}${second.text}`, labels: [...new Set([...first.labels, ...second.labels])] };
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}
