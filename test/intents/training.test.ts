import { describe, expect, it } from 'vitest';
import { encodeModel } from '../../intents/model-file.ts';
import { trainModel } from '../../intents/training.ts';
import { trainOnThreads } from '../../intents/training-threads.ts';
import { SMALL_DATA } from './small-data.ts';
import { TRAINING_TIMEOUT } from './trained.ts';

describe('training on threads', () => {
  it('gives the same model as on one', { timeout: TRAINING_TIMEOUT }, async () => {
    expect(encodeModel(await trainOnThreads(SMALL_DATA))).toEqual(encodeModel(trainModel(SMALL_DATA)));
  });

  it('tells how far it has come', { timeout: TRAINING_TIMEOUT }, async () => {
    const steps: number[] = [];
    let all = 0;
    await trainOnThreads(SMALL_DATA, { folds: 2, onProgress: (done, of) => steps.push(done) && (all = of) });
    expect(steps).toEqual(Array.from({ length: all + 1 }, (_, step) => step));
  });

  it('fails where a thread fails', { timeout: TRAINING_TIMEOUT }, async () => {
    const broken = { ...SMALL_DATA, corpus: [{ name: 'x', language: 'sv' as const, judged: true, utterances: [{ text: null as unknown as string, label: 'none', voice: 'x', language: 'sv' as const }] }] };
    await expect(trainOnThreads(broken)).rejects.toThrow(/slice|null/);
  });
});
