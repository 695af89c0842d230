import { describe, expect, it } from 'vitest';
import { languageOfText } from '../../../../bot/channels/webchat/page/message-language.ts';
import { splitAtNumbers } from '../../../../bot/channels/webchat/page/phone.ts';

describe('telephone numbers', () => {
  it.each([
    ['Ring 0776-730000 nu', 'tel:+46776730000'],
    ['046-17 30 00', 'tel:+4646173000'],
  ])('in "%s" dial %s', (text, href) => {
    const parts = splitAtNumbers(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap((part) => part.href ?? [])).toEqual([href]);
  });

  it.each(['30000 (internt)', 'ET-000001', 'klockan 07-16', '2026-01-02', '20260-123456', ''])('are not found in "%s"', (text) => {
    expect(splitAtNumbers(text).flatMap((part) => part.href ?? [])).toEqual([]);
  });
});

describe('the language of a message', () => {
  it.each([
    ['Ditt e-tjänstekort gäller i fem år.', 'sv'],
    ['Your card is valid for five years.', 'en'],
    ['Did that help?', 'en'],
    ['Fick du hjälp?', 'sv'],
    ['ET-000001', null],
    ['PIN', null],
  ])('of "%s" is %s', (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });
});
