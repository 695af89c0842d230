import type { Language } from '../../dialogs/dialog.ts';
import { en } from './news-words.en.ts';
import { sv, type NewsWords } from './news-words.sv.ts';

export function newsWords(language: Language): NewsWords {
  return language === 'en' ? en : sv;
}
