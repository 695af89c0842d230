/** The language to answer in: that of the message, but of one or two words the classifier of languages knows little. */
import type { Reading } from '../../intents/reading.ts';
import { plain } from './commands.ts';
import { ENGLISH_ALONE, NAMES_IN_BOTH } from './language-words.en.ts';
import type { Scene } from './scene.ts';
import type { Language } from './types.ts';

export function languageOf({ state }: Scene, text: string, reading: Reading): Language {
  const words = plain(text);
  if (words.replace(NAMES_IN_BOTH, '').trim() === '') return state.language;
  return state.history.length === 0 && ENGLISH_ALONE.has(words) ? 'en' : reading.language;
}
