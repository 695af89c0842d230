import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activity, postActivity, repliesIn } from './bot-framework.ts';
import { activityIdOf, message, openDirectLine } from './direct-line.ts';
import { startTestService, type TestService } from './service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
}, 180_000);
afterAll(() => service.close());

const TIMES = [1, 2, 3, 4, 5];

describe('the same activity, posted again', () => {
  it('is one turn in the web chat, whether at the same time or later', async () => {
    const chat = await openDirectLine(() => service.address);
    const post = async (): Promise<string> => activityIdOf(await chat.post(message('Hur länge gäller kortet?', 'message-1')));
    const ids = await Promise.all(TIMES.map(post));
    await chat.post(message('tack', 'message-2'));
    expect(new Set([...ids, await post()]).size).toBe(1);
    const own = (await chat.activities()).filter(({ from }) => from.role === 'user');
    expect(own.map(({ channelData }) => channelData['clientActivityID'])).toEqual(['message-1', 'message-2']);
  });

  it('is one turn over the Bot Framework endpoint, and gets the same answer each time', async () => {
    const post = async (id: string, text: string): Promise<readonly string[]> => repliesIn(await postActivity(service.address, activity({ id, text })));
    const answers = await Promise.all(TIMES.map(() => post('message-1', 'Hur länge gäller kortet?')));
    await post('message-2', 'tack');
    answers.push(await post('message-1', 'Hur länge gäller kortet?'));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    // The welcome comes with the first turn of a conversation only.
    expect(await post('message-3', 'Hur länge gäller kortet?')).not.toEqual(answers[0]);
  });
});
