/** Reads messages with a trained model. */
import { probabilities } from './calibration.ts';
import { scores } from './compressed.ts';
import { decide, opinion } from './decide.ts';
import { detectLanguage } from './language.ts';
import { createMessageReader } from './messages.ts';
import type { Model } from './model.ts';
import { twoNeeds } from './needs.ts';
import { DEFAULT_LIMITS } from './normalise.ts';
import { NONE } from './reading.ts';
import type { Prior, Reading, Understander, Understanding } from './reading.ts';
import { trustIn } from './trust.ts';
import type { Evidence } from './trust.ts';
import { vectorise } from './vectoriser.ts';

const MOST_CANDIDATES = 5;
const NOTHING_KNOWN: Evidence = { opinion: { ranked: [{ intent: NONE, confidence: 1 }], topic: null }, scores: new Float64Array(), familiarity: { length: 0, known: 0 } };

/** Returns an understander that is as fast for the thousandth message as for the second, and keeps no state. */
export function createUnderstander(model: Model): Understander {
  const { classifier, kinds, temperature, thresholds, trust } = model;
  const readMessage = createMessageReader(classifier.lexicon);

  function read(text: string): Evidence {
    const message = readMessage(text);
    const row = vectorise(message, classifier.vectoriser);
    if (row.columns.length === 0) return NOTHING_KNOWN;
    const scored = scores(classifier.linear, row);
    return { opinion: opinion(classifier.labels, probabilities(scored, temperature), kinds), scores: scored, familiarity: message };
  }

  return {
    version: model.version,
    understand(text: string, prior?: Prior): Reading {
      const capped = text.slice(0, DEFAULT_LIMITS.characters);
      const whole = read(capped);
      const both = twoNeeds(capped, whole.opinion, { kinds, read: (part) => read(part).opinion });
      const [first] = both;
      const understanding: Understanding = first === undefined ? decide(whole.opinion, trustIn(whole, trust), thresholds, kinds) : { kind: 'sure', intent: first };
      return {
        understanding,
        needs: understanding.kind === 'sure' && first === undefined ? [understanding.intent] : both,
        candidates: whole.opinion.ranked.slice(0, MOST_CANDIDATES),
        language: detectLanguage(capped, model.language, prior),
      };
    },
  };
}
