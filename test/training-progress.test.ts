import { describe, expect, it } from 'vitest';
import { createTrainingProgress } from '../bot/training-progress.ts';

function shown(isTTY: boolean): string {
  let text = '';
  const show = createTrainingProgress({ isTTY, write: (piece) => (text += piece) });
  for (let done = 0; done <= 40; done++) show(done, 40);
  return text;
}

describe('the progress of a training', () => {
  it('is a line a quarter in a log, between the two stages', () => {
    expect(shown(false).split('\n').slice(1)).toEqual(['25 %', '50 %', '75 %', 'Learnt. Choosing what to answer, and when to ask...', '']);
  });

  it('is one line that counts in a terminal', () => {
    const [, counting] = shown(true).split('\n');
    expect(counting?.split('\r').slice(1, 4)).toEqual(['0 %', '3 %', '5 %']);
  });
});
