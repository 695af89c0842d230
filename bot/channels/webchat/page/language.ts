/** The language of the page, as the server rendered it, and what goes with it. */
import { chatStrings as chatEn } from './strings.en.ts';
import { chatStrings as chatSv } from './strings.sv.ts';
import type { Language } from './message-language.ts';
import { en } from './words.en.ts';
import { sv, type Words } from './words.sv.ts';

interface Tongue {
  readonly words: Words;
  /** A locale that Web Chat has strings for, and what they are overridden with. */
  readonly chatLocale: string;
  readonly chatStrings: Readonly<Record<string, string>>;
  /** Of times and dates: both with 24 hours. */
  readonly timeLocale: string;
}

export const tongues: Readonly<Record<Language, Tongue>> = {
  sv: { words: sv, chatLocale: 'sv-SE', chatStrings: chatSv, timeLocale: 'sv-SE' },
  en: { words: en, chatLocale: 'en-US', chatStrings: chatEn, timeLocale: 'en-GB' },
};

export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'sv';
}
