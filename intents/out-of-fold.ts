/**
 * Predictions for messages of voices that the classifier was not trained on: the only honest ground for confidence and
 * thresholds, since cross-validation within one author flatters.
 */
import { createClassify } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import type { Judged } from './calibration.ts';
import type { Example } from './examples.ts';
import type { Familiarity } from './messages.ts';
import { NONE } from './reading.ts';

/** A message, the scores that it got, and its label; both count in `labelsOf(examples)`. */
export interface JudgedMessage extends Judged {
  readonly text: string;
  readonly familiarity: Familiarity;
}

export interface Fold {
  readonly fold: number;
  readonly folds: number;
  /** The voices whose examples are in every training set and are not judged. */
  readonly always: ReadonlySet<string>;
}

export const labelsOf = (examples: readonly Example[]): readonly string[] => [...new Set(examples.flatMap((example) => example.labels))].sort();

/**
 * Deals the voices out to `folds` groups and judges one of them by a classifier trained on all the others. Voices of a
 * language that has few are not judged: without one of them the classifier would hardly know the language.
 */
export function judgeFold(examples: readonly Example[], { fold, folds, always }: Fold, train: (examples: readonly Example[]) => Classifier): readonly JudgedMessage[] {
  const foldOf = dealVoices(examples, folds, always);
  const held = examples.filter(({ voice }) => foldOf.get(voice) === fold);
  return held.length === 0 ? [] : judge(held, train(examples.filter(({ voice }) => foldOf.get(voice) !== fold)), labelsOf(examples));
}

function judge(held: readonly Example[], classifier: Classifier, labels: readonly string[]): JudgedMessage[] {
  const classify = createClassify(classifier);
  return held.map(({ text, labels: [label = NONE] }) => {
    const { scores, familiarity } = classify(text);
    const known = scores ?? classifier.linear.biases;
    // A label that only the held-out voices have cannot be predicted: it gets no chance.
    const all = Float64Array.from(labels, (name) => known[classifier.labels.indexOf(name)] ?? -Infinity);
    return { text, scores: all, label: labels.indexOf(label), familiarity };
  });
}

/** A language with fewer voices cannot spare one. */
const LEAST_VOICES = 3;

/** The largest voice first, each to the group with the fewest messages so far. */
function dealVoices(examples: readonly Example[], folds: number, always: ReadonlySet<string>): Map<string, number> {
  const voices = Map.groupBy(examples.filter(({ voice }) => !always.has(voice)), ({ voice }) => voice);
  const speakers = Map.groupBy([...voices.values()], ([first]) => first?.language);
  const sizes = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const [voice, messages] of [...voices].sort(([, a], [, b]) => b.length - a.length)) {
    if ((speakers.get(messages[0]?.language)?.length ?? 0) < LEAST_VOICES) continue;
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] ?? 0) + messages.length;
    foldOf.set(voice, fold);
  }
  return foldOf;
}
