import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROTOCOL, readToFrame, sealed, type ToFrame } from '../../../../bot/channels/webchat/widget/protocol.ts';

describe('a message to the frame', () => {
  it.each<ToFrame>([
    { type: 'hello' },
    { type: 'open' },
    { type: 'closed' },
    { type: 'ask', text: 'hur länge gäller kortet?' },
    { type: 'identity', jwt: 'a.b.c' },
    { type: 'identity', jwt: null },
    { type: 'setLanguage', language: 'en' },
  ])('is read as it was sent: $type', (message) => {
    expect(readToFrame(structuredClone(sealed(message)))).toEqual(message);
  });

  it('is not read when another page, or another version, sent it', () => {
    expect(readToFrame({ type: 'open' })).toBeNull();
    expect(readToFrame({ type: 'open', protocol: 'korthjalpen/0' })).toBeNull();
  });

  it.each([
    ['an empty question', { type: 'ask', text: '  ' }],
    ['a question that is no text', { type: 'ask', text: 7 }],
    ['an identity that is no text', { type: 'identity' }],
    ['an identity of a megabyte', { type: 'identity', jwt: 'x'.repeat(1_000_000) }],
    ['a language that is none of ours', { type: 'setLanguage', language: 'fi' }],
    ['an unknown type', { type: 'eval', text: 'alert(1)' }],
  ])('is not read when it is %s', (_what, message) => {
    expect(readToFrame({ ...message, protocol: PROTOCOL })).toBeNull();
  });

  it('is cut when the question is longer than any', () => {
    expect(readToFrame(sealed({ type: 'ask', text: 'x'.repeat(100_000) }))).toMatchObject({ text: 'x'.repeat(2000) });
  });

  it('never throws, whatever a page sends', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (data, text) => {
        readToFrame(data);
        readToFrame({ type: 'ask', text, jwt: text, language: text, protocol: PROTOCOL });
      }),
    );
  });
});
