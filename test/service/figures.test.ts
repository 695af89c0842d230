import { expect, it, onTestFinished } from 'vitest';
import { activity, postActivity } from './bot-framework.ts';
import { startTestService } from './service.ts';

it('the figures tell how many replies wait to be delivered and for how long, and that retention has run', { timeout: 120_000 }, async () => {
  const service = await startTestService();
  onTestFinished(service.close);
  const figure = async (name: string): Promise<number> => Number(new RegExp(`^${name} (.*)$`, 'm').exec(await (await fetch(`${service.address}/metrics`)).text())?.[1]);
  expect([await figure('replies_waiting'), await figure('replies_longest_wait_seconds')]).toEqual([0, 0]);
  // Nothing listens where the reply is to go.
  await postActivity(service.address, activity({ id: 'm1', text: 'vad är en puk?', deliveryMode: 'normal' }));
  expect(await figure('replies_waiting')).toBeGreaterThan(0);
  const waited = await figure('replies_longest_wait_seconds');
  expect(waited).toBeGreaterThan(0);
  expect(waited).toBeLessThan(60);
  await expect.poll(() => figure('retention_finished_timestamp_seconds')).toBeGreaterThan(Date.now() / 1000 - 60);
});
