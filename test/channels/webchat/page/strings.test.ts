import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { chatStrings } from '../../../../bot/channels/webchat/page/strings.sv.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('botframework-webchat-api')), '../src/localization');
const stringsOf = (locale: string): Readonly<Record<string, string>> => {
  const all = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')));
  return Object.fromEntries(Object.entries(all).filter(([id]) => !id.startsWith('_')));
};
const english = stringsOf('en-US');
const shown: Readonly<Record<string, string>> = { ...stringsOf('sv-SE'), ...chatStrings };
/** The same word in both languages. */
const alike = ['TOAST_ALT_INFO'];

describe('the Swedish of Web Chat', () => {
  it.each(Object.keys(english))('has %s, and not in English', (id) => {
    expect(shown[id]).toBeTruthy();
    if (!alike.includes(id)) expect(shown[id]).not.toBe(english[id]);
  });

  it('keeps the places that something is put in', () => {
    const places = (text: string | undefined): string[] => [...new Set(text?.match(/\$\d|\[RETRY\]/g))].sort();
    const fewer = new Set(['ACTIVITY_BOT_SAID_ALT', 'TYPING_INDICATOR_SINGLE_TEXT', 'TYPING_INDICATOR_MULTIPLE_TEXT', 'REFERENCE_LIST_HEADER_ONE']);
    for (const [id, text] of Object.entries(english)) if (!fewer.has(id)) expect([id, places(shown[id])]).toEqual([id, places(text)]);
  });

  it('overrides nothing that the package does not have', () => {
    expect(Object.keys(chatStrings).filter((id) => !(id in english))).toEqual([]);
  });
});
