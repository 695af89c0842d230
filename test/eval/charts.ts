/** The two pictures of selective classification: what more answers cost, and whether confidence means what it says. */
import { NONE } from '../../intents/reading.ts';
import type { Answered } from './measures.ts';
import { drawChart } from './svg.ts';
import type { Point } from './svg.ts';

const MOST_RISK = 0.1;
const AIM = 0.02;
const BINS = 10;

interface Attempt {
  readonly confidence: number;
  readonly trust: number;
  readonly right: boolean;
  readonly intent: string;
}

/** The share of the answers that is wrong when the surest so many of all the questions are answered (El-Yaniv & Wiener 2010). */
export function riskCoverageChart(answered: readonly Answered[], threshold: number): string {
  const attempts = attemptsOf(answered).filter(({ intent }) => intent !== NONE);
  const line = riskCoverage(attempts, answered.length, ({ trust }) => trust);
  const chosen = line[attempts.filter(({ trust }) => trust >= threshold).length - 1];
  return drawChart({
    title: 'By trust (the dot: threshold) and by confidence (thin)',
    x: { name: 'Questions answered', most: 1 },
    y: { name: 'Wrong, of the answers', most: MOST_RISK },
    line,
    other: riskCoverage(attempts, answered.length, ({ confidence }) => confidence),
    marks: chosen === undefined ? [] : [chosen],
    guide: [{ x: 0, y: AIM }, { x: 1, y: AIM }],
  });
}

function riskCoverage(attempts: readonly Attempt[], of: number, sureness: (attempt: Attempt) => number): Point[] {
  let wrong = 0;
  return attempts.toSorted((a, b) => sureness(b) - sureness(a)).map(({ right }, index): Point => {
    if (!right) wrong += 1;
    return { x: (index + 1) / of, y: wrong / (index + 1) };
  });
}

/** How often the likeliest reading is right, against how confident it was, in bins of equal width. */
export function reliabilityChart(answered: readonly Answered[]): string {
  const bins = Map.groupBy(attemptsOf(answered), ({ confidence }) => Math.min(BINS - 1, Math.floor(BINS * confidence)));
  const marks = [...bins].sort(([a], [b]) => a - b).map(([, attempts]): Point => ({
    x: attempts.reduce((sum, { confidence }) => sum + confidence, 0) / attempts.length,
    y: attempts.filter(({ right }) => right).length / attempts.length,
  }));
  return drawChart({
    title: 'How often a reading is right, against its confidence',
    x: { name: 'Confidence', most: 1 },
    y: { name: 'Right', most: 1 },
    line: marks,
    marks,
    guide: [{ x: 0, y: 0 }, { x: 1, y: 1 }],
  });
}

function attemptsOf(answered: readonly Answered[]): Attempt[] {
  return answered.flatMap(({ reading, truth }) => reading.candidates.slice(0, 1).map(({ intent, confidence }) => ({ intent, confidence, trust: reading.trust, right: intent === truth })));
}
