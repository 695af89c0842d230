import { describe, expect, it } from 'vitest';
import { fitTemperature, probabilities } from '../../intents/calibration.ts';
import { compress, scores } from '../../intents/compressed.ts';
import { features } from '../../intents/features.ts';
import { fit, softmax } from '../../intents/softmax.ts';
import { stackRows } from '../../intents/sparse.ts';
import type { SparseRow } from '../../intents/sparse.ts';
import { fitVectoriser, vectorise } from '../../intents/vectoriser.ts';

const row = (...columns: number[]): SparseRow => ({ columns: Int32Array.from(columns), values: new Float32Array(columns.length).fill(1) });

/** Column 0 belongs to class 0, column 1 to class 1; column 2 to either. */
function learned() {
  const rows = Array.from({ length: 20 }, () => [row(0), row(1), row(2)]).flat();
  const targets = rows.map(({ columns }) => (columns[0] === 2 ? [0, 1] : [columns[0] ?? 0]));
  return fit({ rows: stackRows(rows), targets, importance: new Float32Array(rows.length).fill(1) }, 3, 2);
}

function chances(columns: SparseRow): number[] {
  const values = scores(compress(learned()), columns);
  softmax(values);
  return [...values];
}

describe('the classifier', () => {
  it('tells apart what the examples tell apart', () => {
    expect(chances(row(0))[0]).toBeGreaterThan(0.9);
    expect(chances(row(1))[1]).toBeGreaterThan(0.9);
  });

  it('is torn where the examples belong to both', () => {
    expect(chances(row(2))[0]).toBeCloseTo(0.5, 1);
  });

  it('is the same every time', () => {
    expect(learned().weights).toEqual(learned().weights);
  });
});

describe('a message as a vector', () => {
  const vectoriser = fitVectoriser([features(['tappat', 'kort']), features(['nytt', 'kort']), features(['tappat', 'koden'])], 2);

  it('has word features and character runs of length one each', () => {
    const { values } = vectorise(features(['tappat', 'kort']), vectoriser);
    expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(2, 5);
  });

  it('gives the rarer word more weight', () => {
    const few = fitVectoriser([features(['a']), features(['a']), features(['a', 'b']), features(['b'])], 2);
    const { columns, values } = vectorise(features(['a', 'b']), few);
    const weight = (name: string): number => values[columns.indexOf(few.words.columns.get(name) ?? -1)] ?? 0;
    expect(weight('b')).toBeGreaterThan(weight('a'));
  });

  it('is empty when nothing is known', () => {
    expect(vectorise(features(['xyz']), vectoriser).columns).toHaveLength(0);
  });
});

describe('the temperature', () => {
  it('lowers the confidence of a classifier that is surer than it is right', () => {
    const judged = Array.from({ length: 100 }, (_, index) => ({ scores: Float64Array.of(3, 0), label: index % 10 < 7 ? 0 : 1 }));
    const temperature = fitTemperature(judged);
    expect(probabilities(Float64Array.of(3, 0), temperature)[0]).toBeCloseTo(0.7, 2);
  });

  it('is 1 where there is nothing to judge by', () => {
    expect(fitTemperature([])).toBe(1);
  });
});
