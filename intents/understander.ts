/** Reads messages with a trained model. */
import { probabilities } from './calibration.ts';
import { scores } from './compressed.ts';
import { decide, opinion } from './decide.ts';
import type { Opinion } from './decide.ts';
import { detectLanguage } from './language.ts';
import { createMessageReader } from './messages.ts';
import type { Model } from './model.ts';
import { twoNeeds } from './needs.ts';
import { DEFAULT_LIMITS } from './normalise.ts';
import { NONE } from './reading.ts';
import type { Prior, Reading, Understander, Understanding } from './reading.ts';
import { vectorise } from './vectoriser.ts';

const MOST_CANDIDATES = 5;
const NOTHING_KNOWN: Opinion = { ranked: [{ intent: NONE, confidence: 1 }], topic: null };

/** Returns an understander that is as fast for the thousandth message as for the second, and keeps no state. */
export function createUnderstander(model: Model): Understander {
  const { classifier, kinds, temperature, thresholds } = model;
  const readMessage = createMessageReader(classifier.lexicon);

  function read(text: string): Opinion {
    const row = vectorise(readMessage(text), classifier.vectoriser);
    if (row.columns.length === 0) return NOTHING_KNOWN;
    return opinion(classifier.labels, probabilities(scores(classifier.linear, row), temperature), kinds);
  }

  return {
    version: model.version,
    understand(text: string, prior?: Prior): Reading {
      const capped = text.slice(0, DEFAULT_LIMITS.characters);
      const whole = read(capped);
      const both = twoNeeds(capped, whole, { kinds, read });
      const [first] = both;
      const understanding: Understanding = first === undefined ? decide(whole, thresholds, kinds) : { kind: 'sure', intent: first };
      return {
        understanding,
        needs: understanding.kind === 'sure' && first === undefined ? [understanding.intent] : both,
        candidates: whole.ranked.slice(0, MOST_CANDIDATES),
        language: detectLanguage(capped, model.language, prior),
      };
    },
  };
}
