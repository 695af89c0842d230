/**
 * TF-IDF: counts become weights. A feature that stands in few messages weighs more (Spärck Jones 1972) and a repeated
 * one by the logarithm of its count. Word features and character runs are brought to length one apart (L2), so that one
 * long word does not drown the others.
 */
import type { Feature, FeatureCounts } from './features.ts';
import type { SparseRow } from './sparse.ts';

interface Block {
  /** Column of each feature that the examples know. */
  readonly columns: ReadonlyMap<Feature, number>;
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

/** The same columns and rarities, and columns for what stands in at least two of `messages` and was unknown. `total`: messages in all. */
export function extendVectoriser({ words, runs }: Vectoriser, messages: readonly FeatureCounts[], total: number): Vectoriser {
  const wider = extend(words, messages.map((message) => message.words), total);
  const longer = extend(runs, messages.map((message) => message.runs), total);
  return { words: block(wider.names, wider.rarity, 0), runs: block(longer.names, longer.rarity, wider.names.length) };
}

function extend(known: Block, messages: readonly ReadonlyMap<Feature, number>[], total: number): { names: Feature[]; rarity: Float32Array } {
  const unknown = [...frequencies(messages)].filter(([name, count]) => count >= 2 && !known.columns.has(name));
  return {
    names: [...known.columns.keys(), ...unknown.map(([name]) => name)],
    rarity: Float32Array.from([...known.rarity, ...unknown.map(([, count]) => rarityOf(count, total))]),
  };
}

export function block(names: readonly Feature[], rarity: Float32Array, first: number): Block {
  return { columns: new Map(names.map((name, index) => [name, first + index])), rarity, first };
}

export function columnCount({ words, runs }: Vectoriser): number {
  return words.rarity.length + runs.rarity.length;
}

function fitBlock(messages: readonly ReadonlyMap<Feature, number>[], minimum: number): { names: Feature[]; rarity: Float32Array } {
  const kept = [...frequencies(messages)].filter(([, count]) => count >= minimum);
  return {
    names: kept.map(([name]) => name),
    rarity: Float32Array.from(kept, ([, count]) => rarityOf(count, messages.length)),
  };
}

/** In how many messages each feature stands. */
function frequencies(messages: readonly ReadonlyMap<Feature, number>[]): Map<Feature, number> {
  const frequency = new Map<Feature, number>();
  for (const message of messages) for (const name of message.keys()) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  return frequency;
}

const rarityOf = (count: number, messages: number): number => 1 + Math.log((1 + messages) / (1 + count));

/** The message as a row; features that the examples do not know are left out. */
export function vectorise(message: FeatureCounts, vectoriser: Vectoriser): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  addBlock(message.words, vectoriser.words, columns, values);
  addBlock(message.runs, vectoriser.runs, columns, values);
  return { columns: new Int32Array(columns), values: new Float32Array(values) };
}

function addBlock(counts: ReadonlyMap<Feature, number>, { columns: known, rarity, first }: Block, columns: number[], values: number[]): void {
  const from = values.length;
  let squares = 0;
  for (const [name, count] of counts) {
    const column = known.get(name);
    if (column === undefined) continue;
    const value = (count === 1 ? 1 : 1 + Math.log(count)) * (rarity[column - first] ?? 0);
    squares += value * value;
    columns.push(column);
    values.push(value);
  }
  const length = Math.sqrt(squares);
  for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) / length;
}
