/** Random choices, all from the seed. */
import { seededRandom, type Random } from '../../intents/random.ts';

/** A generator of its own for each part, so that one part's choices do not depend on how often another one draws. */
export function randomFor(seed: number, part: string): Random {
  let mixed = seed >>> 0;
  for (const char of part) mixed = Math.imul(mixed ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return seededRandom(mixed);
}

export function pick<T>(random: Random, all: readonly [T, ...(readonly T[])]): T {
  return all[Math.floor(random() * all.length)] ?? all[0];
}

/** One of the names, each as often as its weight says. */
export function weighted<Name extends string>(random: Random, weights: ReadonlyMap<Name, number>): Name {
  const entries = [...weights];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  throw new RangeError('There is nothing to choose from.');
}

/** Names with their weights, without those that have none. */
export function weights<Name extends string>(table: Readonly<Record<Name, number>>): Map<Name, number> {
  return new Map((Object.entries(table) as [Name, number][]).filter(([, weight]) => weight > 0));
}

export function between(random: Random, least: number, most: number): number {
  return least + random() * (most - least);
}
