/**
 * TF-IDF: counts become weights. A feature that stands in few messages weighs more (Spärck Jones 1972) and a repeated
 * one by the logarithm of its count. Word features and character runs are brought to length one apart (L2), so that one
 * long word does not drown the others.
 */
import type { FeatureCounts } from './features.ts';
import type { SparseRow } from './sparse.ts';

interface Block {
  /** Column of each feature that the examples know. */
  readonly columns: ReadonlyMap<string, number>;
  /** Inverse document frequency of each column, from this block's first on. */
  readonly rarity: Float32Array;
  readonly first: number;
}

export interface Vectoriser {
  readonly words: Block;
  readonly runs: Block;
}

/** Learns the columns: the features that stand in at least `minimum` messages. */
export function fitVectoriser(messages: readonly FeatureCounts[], minimum: number): Vectoriser {
  const words = fitBlock(messages.map((message) => message.words), minimum);
  const runs = fitBlock(messages.map((message) => message.runs), minimum);
  return { words: block(words.names, words.rarity, 0), runs: block(runs.names, runs.rarity, words.names.length) };
}

export function block(names: readonly string[], rarity: Float32Array, first: number): Block {
  return { columns: new Map(names.map((name, index) => [name, first + index])), rarity, first };
}

export function columnCount({ words, runs }: Vectoriser): number {
  return words.rarity.length + runs.rarity.length;
}

function fitBlock(messages: readonly ReadonlyMap<string, number>[], minimum: number): { names: string[]; rarity: Float32Array } {
  const frequency = new Map<string, number>();
  for (const message of messages) for (const name of message.keys()) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const kept = [...frequency].filter(([, count]) => count >= minimum);
  return {
    names: kept.map(([name]) => name),
    rarity: Float32Array.from(kept, ([, count]) => 1 + Math.log((1 + messages.length) / (1 + count))),
  };
}

/** The message as a row; features that the examples do not know are left out. */
export function vectorise(message: FeatureCounts, vectoriser: Vectoriser): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  addBlock(message.words, vectoriser.words, columns, values);
  addBlock(message.runs, vectoriser.runs, columns, values);
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

function addBlock(counts: ReadonlyMap<string, number>, { columns: known, rarity, first }: Block, columns: number[], values: number[]): void {
  const from = values.length;
  let squares = 0;
  for (const [name, count] of counts) {
    const column = known.get(name);
    if (column === undefined) continue;
    const value = (1 + Math.log(count)) * (rarity[column - first] ?? 0);
    squares += value * value;
    columns.push(column);
    values.push(value);
  }
  const length = Math.sqrt(squares);
  for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) / length;
}
