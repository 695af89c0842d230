import type { Language } from '../../../conversation/types.ts';
import { en } from './wording.en.ts';
import { sv, type Wording } from './wording.sv.ts';

export function wordsIn(language: Language): Wording {
  return language === 'en' ? en : sv;
}

export function languageOf({ language = 'sv' }: { readonly language?: Language }): Language {
  return language;
}
