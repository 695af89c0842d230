import { describe, expect, test } from 'vitest';
import { moodOf } from '../../bot/conversation/mood.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { keywordUnderstander } from './keyword-understander.ts';
import { talk } from './talk.ts';

describe('a mood', () => {
  test.each(['du är dum', 'jag är så arg', 'fan', 'du förstår ju ingenting', 'Du är ju helt värdelös', 'jävla skitkort', 'you are a useless piece of junk', 'ge mig en människa för helvete'])('of anger is heard in "%s"', (text) => expect(moodOf(text)).toBe('anger'));
  test.each(['jag är ledsen', 'jag gråter snart', 'jag är stressad', 'jag ger upp', 'jag orkar inte mer'])('of sadness is heard in "%s"', (text) => expect(moodOf(text)).toBe('sadness'));
  test.each(['hur länge gäller kortet', 'fan vad bra!', 'tack för hjälpen', 'fantastiskt', 'jag har sjukt bråttom', 'argument'])('is not heard in "%s"', (text) => expect(moodOf(text)).toBeNull());

  test('gets a human word and a person, not a decline', () => {
    const one = talk({ understander: keywordUnderstander({}) });
    expect(one.say('jag är så arg')).toMatch(new RegExp(`^${sv.sympathy.anger}`));
    expect(one.say('ja')).toContain('30000');
    expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['escalation']);
  });

  test('does not hide what the message asks for', () => {
    const one = talk({ understander: keywordUnderstander({ gäller: 'card-validity' }) });
    expect(one.say('hur fan länge gäller kortet')).toContain('fem år');
  });
});
