import { describe, expect, it } from 'vitest';
import { literal } from '../bot/markdown.ts';

describe('words that people wrote', () => {
  it('cannot become a link, a tag or emphasis', () => {
    expect(literal('[klicka](javascript:alert(1)) <b>nu</b> **fet** `kod`')).toBe('\\[klicka\\](javascript:alert(1)) \\<b\\>nu\\</b\\> \\*\\*fet\\*\\* \\`kod\\`');
  });

  it('stand on one line, without control characters', () => expect(literal(' rad\u0000 ett\n\n- rad\ttvå ')).toBe('rad ett - rad två'));

  it('stay as they are otherwise', () => expect(literal('Avd. 12, anna_test@example.se (0701-740605)')).toBe('Avd. 12, anna_test@example.se (0701-740605)'));
});
