/**
 * Predictions for messages of voices that the classifier was not trained on: the only honest ground for confidence and
 * thresholds, since cross-validation within one author flatters.
 */
import type { Classifier } from './classifier.ts';
import { scores } from './compressed.ts';
import type { Judged } from './calibration.ts';
import type { Example } from './examples.ts';
import { createMessageReader } from './messages.ts';
import type { Familiarity } from './messages.ts';
import { NONE } from './reading.ts';
import { vectorise } from './vectoriser.ts';

export interface OutOfFold {
  /** The labels that `Judged.label` and the scores count in. */
  readonly labels: readonly string[];
  readonly judged: readonly JudgedMessage[];
}

export interface JudgedMessage extends Judged {
  readonly text: string;
  readonly familiarity: Familiarity;
}

type Train = (examples: readonly Example[]) => Classifier;

/**
 * Deals the voices out to `folds` groups and judges each group by a classifier trained on all the others. Examples of
 * `always` are in every training set and are not judged. Voices of a language that has few are not judged either:
 * without one of them the classifier would hardly know the language.
 */
export function outOfFold(examples: readonly Example[], folds: number, always: string, train: Train, onFold: (fold: number) => void): OutOfFold {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  const foldOf = dealVoices(examples, folds, always);
  const judged = Array.from({ length: folds }, (_, fold) => {
    onFold(fold);
    const held = examples.filter(({ voice }) => foldOf.get(voice) === fold);
    return held.length === 0 ? [] : judge(held, train(examples.filter(({ voice }) => foldOf.get(voice) !== fold)), labels);
  });
  return { labels, judged: judged.flat() };
}

function judge(held: readonly Example[], classifier: Classifier, labels: readonly string[]): JudgedMessage[] {
  const read = createMessageReader(classifier.lexicon, classifier.without);
  return held.map(({ text, labels: [label = NONE] }) => {
    const message = read(text);
    const known = scores(classifier.linear, vectorise(message, classifier.vectoriser));
    // A label that only the held-out voices have cannot be predicted: it gets no chance.
    const all = Float64Array.from(labels, (name) => known[classifier.labels.indexOf(name)] ?? -Infinity);
    return { text, scores: all, label: labels.indexOf(label), familiarity: { length: message.length, known: message.known } };
  });
}

/** A language with fewer voices cannot spare one. */
const LEAST_VOICES = 3;

/** The largest voice first, each to the group with the fewest messages so far. */
function dealVoices(examples: readonly Example[], folds: number, always: string): Map<string, number> {
  const voices = Map.groupBy(examples.filter(({ voice }) => voice !== always), ({ voice }) => voice);
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
