/** Faults of the corpus that no single file shows: messages that stand twice, under two labels, or in a held-out set. */
import type { Utterance, Voice } from './corpus.ts';
import { fold } from './normalise.ts';

export interface CorpusFault {
  readonly kind: 'duplicate' | 'conflict' | 'leak';
  readonly text: string;
  /** "voice: label" of each place. */
  readonly places: readonly string[];
}

/** Messages count as the same when only case, diacritics, punctuation and spaces tell them apart. */
export function corpusFaults(voices: readonly Voice[], heldOut: readonly { readonly text: string; readonly set: string }[]): readonly CorpusFault[] {
  const places = Map.groupBy(voices.flatMap(({ utterances }) => utterances), ({ text }) => key(text));
  // "???" has no words to compare.
  places.delete('');
  const repeated = [...places.values()].filter((same) => same.length > 1).map(faultOf);
  const leaks = heldOut.flatMap(({ text, set }): CorpusFault[] => {
    const same = places.get(key(text));
    return same === undefined ? [] : [{ kind: 'leak', text, places: [set, ...same.map(placeOf)] }];
  });
  return [...repeated, ...leaks];
}

function faultOf(same: readonly Utterance[]): CorpusFault {
  const labels = new Set(same.map(({ label }) => label));
  return { kind: labels.size > 1 ? 'conflict' : 'duplicate', text: same[0]?.text ?? '', places: same.map(placeOf) };
}

function placeOf({ voice, label }: Utterance): string {
  return `${voice}: ${label}`;
}

function key(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, ' ').trim();
}
