/**
 * Systematic noise: what hurry, phones and foreign keyboards do to a message. Each kind is a pure function of the text and
 * of a random source, so that the same seed gives the same message.
 */
import { seededRandom } from '../../intents/random.ts';
import type { Random } from '../../intents/random.ts';

export type Noise = (text: string, random: Random) => string;

/** The text with one kind of noise; never empty where the text was not. */
export function perturb(text: string, noise: Noise, seed: number): string {
  const noisy = noise(text.normalize('NFC'), seededRandom(seed ^ seedOf(text)));
  return noisy.trim() === '' ? text : noisy;
}

/** Changes the words that `canChange` takes, each with the chance `share`, and at least one of them. */
export function inSomeWords(text: string, random: Random, share: number, change: (word: string) => string | null): string {
  const pieces = text.split(/(\p{L}+)/u);
  const changes = pieces.flatMap((piece, index) => {
    const changed = /^\p{L}/u.test(piece) ? change(piece) : null;
    return changed === null || changed === piece ? [] : [{ index, changed }];
  });
  const sure = Math.floor(random() * changes.length);
  for (const [order, { index, changed }] of changes.entries()) if (random() < share || order === sure) pieces[index] = changed;
  return pieces.join('');
}

/** One of the items; null where there is none. */
export function anyOf<T>(items: readonly T[], random: Random): T | null {
  return items[Math.floor(random() * items.length)] ?? null;
}

/** Each message has slips of its own, wherever it stands in a list (FNV-1a, Fowler, Noll & Vo). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
