/** Reads messages with a trained model. */
import { probabilities } from './calibration.ts';
import { createClassify } from './classifier.ts';
import { decide, opinion } from './decide.ts';
import { isFollowUp, withPrior } from './follow-up.ts';
import { detectLanguage } from './language.ts';
import type { Model } from './model.ts';
import { needsApart, ONE_NEED } from './needs.ts';
import type { Needs, Sight } from './needs.ts';
import { DEFAULT_LIMITS } from './normalise.ts';
import { NONE } from './reading.ts';
import type { Prior, Reading, Understander, Understanding } from './reading.ts';
import { trustIn } from './trust.ts';
import type { Evidence } from './trust.ts';

const MOST_CANDIDATES = 5;
/** A longer message is a story, whose clauses are not needs of their own; each cut of it would be read anew. */
const MOST_LETTERS_OF_TWO_NEEDS = 400;
/** What is known of how a message was read, with the probability of every label. */
interface Seen extends Evidence {
  readonly probability: Float64Array;
}

const NOTHING_KNOWN: Seen = { opinion: { ranked: [{ intent: NONE, confidence: 1 }], topic: null }, scores: new Float64Array(), probability: new Float64Array(), familiarity: { length: 0, known: 0 } };

/** Returns an understander that is as fast for the thousandth message as for the second, and keeps no state. */
export function createUnderstander(model: Model, limits = DEFAULT_LIMITS): Understander {
  const { classifier, kinds, temperature, thresholds, trust } = model;
  const classify = createClassify(classifier, limits);

  function read(text: string, prior?: Prior): Seen {
    const { scores: alone, familiarity } = classify(text);
    if (alone === null) return NOTHING_KNOWN;
    const scores = prior === undefined ? alone : withPrior(alone, classifier.labels, prior);
    const probability = probabilities(scores, temperature);
    return { opinion: opinion(classifier.labels, probability, kinds), scores, probability, familiarity };
  }

  const sightOf = ({ probability }: Seen): Sight => ({ labels: classifier.labels, probability });
  const apart = (text: string, whole: Seen): Needs =>
    text.length > MOST_LETTERS_OF_TWO_NEEDS ? ONE_NEED : needsApart(text, sightOf(whole), { kinds, see: (part) => sightOf(read(part)) });

  const decideOn = (evidence: Evidence): Understanding => decide(evidence.opinion, trustIn(evidence, trust), thresholds, kinds);

  return {
    version: model.version,
    understand(text: string, prior?: Prior): Reading {
      const capped = text.slice(0, limits.characters);
      const alone = read(capped);
      const { needs, aside, probability } = apart(capped, alone);
      const [first] = needs;
      const byItself: Understanding = first === undefined ? decideOn(alone) : { kind: 'sure', intent: first };
      const isShort = isFollowUp(capped, byItself, prior);
      const whole = isShort ? read(capped, prior) : alone;
      const understanding = isShort ? decideOn(whole) : byItself;
      return {
        understanding,
        needs: understanding.kind === 'sure' && first === undefined ? [understanding.intent] : needs,
        aside,
        trust: trustIn(whole, trust),
        candidates: (probability === null ? whole.opinion : opinion(classifier.labels, probability, kinds)).ranked.slice(0, MOST_CANDIDATES),
        language: detectLanguage(capped, model.language, prior),
      };
    },
  };
}
