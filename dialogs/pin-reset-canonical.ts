/** The typed words of the PIN reset in one spelling, made once: comparing needs no work on the word lists then. */
import type { Language } from './dialog.ts';
import { fold } from './fold.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import { words as en } from './pin-reset-words.en.ts';
import { words as sv } from './pin-reset-words.sv.ts';
import type { Words } from './pin-reset-words.sv.ts';

export interface CanonicalWords extends Pick<Words, 'unclear' | 'negations'> {
  readonly typed: (id: ChoiceId) => readonly string[];
  readonly phrases: (id: ChoiceId) => readonly string[];
  /** Lower case without diacritics (many type "last" for "låst") and punctuation, with the spellings of PUK and code made one. */
  readonly canonical: (text: string) => string;
}

export function canonicalWords(language: Language): CanonicalWords {
  return language === 'sv' ? SWEDISH : ENGLISH;
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function prepare({ typed, phrases, unclear, negations, variants }: Words): CanonicalWords {
  // The longest spelling first: "puk koden" must not be read as "puk" and "koden".
  const spellings = variants.map(([from, to]) => [` ${bare(from)} `, ` ${bare(to)} `] as const).sort(([a], [b]) => b.length - a.length);
  const canonical = (text: string) => spellings.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), ` ${bare(text)} `).trim();
  const all = (lists: Words['typed']) => {
    const byId = new Map<string, readonly string[]>(Object.entries(lists).map(([id, forms]) => [id, forms.map(canonical)]));
    return (id: ChoiceId) => byId.get(id) ?? [];
  };
  return { typed: all(typed), phrases: all(phrases), unclear: unclear.map(canonical), negations, canonical };
}

const SWEDISH = prepare(sv);
const ENGLISH = prepare(en);
