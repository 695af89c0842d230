/**
 * Logistic regression on a few figures and their squares, by Newton's method (iteratively reweighted least squares: Hastie,
 * Tibshirani & Friedman, The Elements of Statistical Learning, 4.4.1). The squares let a figure speak for the middle of its
 * range: a message of four words is more telling than one of one word or of forty.
 */
import { solve } from './solve.ts';

export interface Logistic {
  /** Figures are counted from their mean, in standard deviations. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Of the constant, of the figures, and of their squares. */
  readonly weights: readonly number[];
}

/** `importance` is how much the row counts; 1 is the ordinary measure. */
export interface LogisticRow {
  readonly figures: readonly number[];
  readonly isTrue: boolean;
  readonly importance: number;
}

const PENALTY = 1;
const MOST_STEPS = 60;
/** A longer step may overshoot where the classes can be told apart wholly. */
const LONGEST_STEP = 2;
const SETTLED = 1e-5;

/** Fits the regression. Throws `RangeError` without a row. */
export function fitLogistic(rows: readonly LogisticRow[]): Logistic {
  const [first] = rows;
  if (first === undefined) throw new RangeError('A regression needs a row.');
  const means = first.figures.map((_, column) => mean(rows.map(({ figures }) => figures[column] ?? 0)));
  const deviations = means.map((middle, column) => Math.sqrt(mean(rows.map(({ figures }) => ((figures[column] ?? 0) - middle) ** 2))) || 1);
  const scaled = rows.map((row) => ({ ...row, terms: terms(row.figures, means, deviations) }));
  let weights = new Array<number>(1 + 2 * means.length).fill(0);
  for (let count = 0; count < MOST_STEPS; count++) {
    const step = newtonStep(scaled, weights);
    const longest = Math.max(...step.map(Math.abs));
    weights = weights.map((weight, index) => weight + (step[index] ?? 0) * Math.min(1, LONGEST_STEP / longest));
    if (longest < SETTLED) break;
  }
  return { means, deviations, weights };
}

/** The probability that the row is true. */
export function estimate({ means, deviations, weights }: Logistic, figures: readonly number[]): number {
  return sigmoid(product(terms(figures, means, deviations), weights));
}

function newtonStep(rows: readonly (LogisticRow & { terms: readonly number[] })[], weights: readonly number[]): number[] {
  const gradient = weights.map((weight) => -PENALTY * weight);
  const curvature = weights.map((_, row) => weights.map((__, column): number => (row === column ? PENALTY : 0)));
  for (const { terms: x, isTrue, importance } of rows) {
    const chance = sigmoid(product(x, weights));
    const residual = importance * (Number(isTrue) - chance);
    const bend = importance * chance * (1 - chance);
    for (const [row, value] of x.entries()) {
      gradient[row] = (gradient[row] ?? 0) + residual * value;
      const line = curvature[row] ?? [];
      for (const [column, other] of x.entries()) line[column] = (line[column] ?? 0) + bend * value * other;
    }
  }
  return solve(curvature, gradient);
}

function terms(figures: readonly number[], means: readonly number[], deviations: readonly number[]): number[] {
  const scaled = figures.map((figure, column) => (figure - (means[column] ?? 0)) / (deviations[column] ?? 1));
  return [1, ...scaled, ...scaled.map((value) => value * value)];
}

const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
