/** Reads messages with a trained model. */
import { probabilities } from './calibration.ts';
import { createClassify } from './classifier.ts';
import { decide, opinion } from './decide.ts';
import { isFollowUp, withPrior } from './follow-up.ts';
import { detectLanguage } from './language.ts';
import type { Model } from './model.ts';
import { twoNeeds } from './needs.ts';
import { DEFAULT_LIMITS } from './normalise.ts';
import { NONE } from './reading.ts';
import type { Prior, Reading, Understander, Understanding } from './reading.ts';
import { trustIn } from './trust.ts';
import type { Evidence } from './trust.ts';

const MOST_CANDIDATES = 5;
/** A longer message is a story, whose clauses are not needs of their own; each cut of it would be read anew. */
const MOST_LETTERS_OF_TWO_NEEDS = 400;
const NOTHING_KNOWN: Evidence = { opinion: { ranked: [{ intent: NONE, confidence: 1 }], topic: null }, scores: new Float64Array(), familiarity: { length: 0, known: 0 } };

/** Returns an understander that is as fast for the thousandth message as for the second, and keeps no state. */
export function createUnderstander(model: Model, limits = DEFAULT_LIMITS): Understander {
  const { classifier, kinds, temperature, thresholds, trust } = model;
  const classify = createClassify(classifier, limits);

  function read(text: string, prior?: Prior): Evidence {
    const { scores: alone, familiarity } = classify(text);
    if (alone === null) return NOTHING_KNOWN;
    const scores = prior === undefined ? alone : withPrior(alone, classifier.labels, prior);
    return { opinion: opinion(classifier.labels, probabilities(scores, temperature), kinds), scores, familiarity };
  }

  const decideOn = (evidence: Evidence): Understanding => decide(evidence.opinion, trustIn(evidence, trust), thresholds, kinds);

  return {
    version: model.version,
    understand(text: string, prior?: Prior): Reading {
      const capped = text.slice(0, limits.characters);
      const alone = read(capped);
      const both = capped.length > MOST_LETTERS_OF_TWO_NEEDS ? [] : twoNeeds(capped, alone.opinion, { kinds, read: (part) => read(part).opinion });
      const [first] = both;
      const byItself: Understanding = first === undefined ? decideOn(alone) : { kind: 'sure', intent: first };
      const isShort = isFollowUp(capped, byItself, prior);
      const whole = isShort ? read(capped, prior) : alone;
      const understanding = isShort ? decideOn(whole) : byItself;
      return {
        understanding,
        needs: understanding.kind === 'sure' && first === undefined ? [understanding.intent] : both,
        trust: trustIn(whole, trust),
        candidates: whole.opinion.ranked.slice(0, MOST_CANDIDATES),
        language: detectLanguage(capped, model.language, prior),
      };
    },
  };
}
