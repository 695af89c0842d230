import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOrTrain, loadOrWarm } from '../../intents/cache.ts';
import { modelVersion } from '../../intents/model.ts';
import { decodeModel, encodeModel, ModelFileError } from '../../intents/model-file.ts';
import { trainModel } from '../../intents/training.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { SMALL_DATA } from './small-data.ts';

const QUESTIONS = ['jag tappade kortet', 'glömt koden', 'hej', 'vad kostar det', 'xyz'];

describe('a model file', () => {
  const model = trainModel(SMALL_DATA);

  it('reads every message as the model that was written', () => {
    const [before, after] = [model, decodeModel(encodeModel(model))].map((model) => createUnderstander(model));
    expect(QUESTIONS.map((text) => after?.understand(text))).toEqual(QUESTIONS.map((text) => before?.understand(text)));
  });

  it('is refused when it was cut short, changed or is something else', () => {
    const bytes = encodeModel(model);
    const changed = bytes.slice();
    changed[changed.length - 1] = 1 + (changed.at(-1) ?? 0);
    expect(() => decodeModel(bytes.slice(0, -100))).toThrow(ModelFileError);
    expect(() => decodeModel(changed)).toThrow(ModelFileError);
    expect(() => decodeModel(Buffer.from('{"version": 1}\n'))).toThrow(ModelFileError);
    expect(() => decodeModel(new Uint8Array())).toThrow(ModelFileError);
  });
});

describe('the cache of the model', () => {
  let cacheDir: string;
  beforeEach(async () => {
    cacheDir = join(await mkdtemp(join(tmpdir(), 'understanding-')), 'made', 'when-needed');
  });
  afterEach(() => rm(join(cacheDir, '../..'), { recursive: true }));

  /** Whether the start had to train. */
  async function trains(data = SMALL_DATA): Promise<boolean> {
    let trained = false;
    await loadOrTrain({ ...data, cacheDir, onProgress: () => (trained = true) });
    return trained;
  }

  it('trains once', async () => {
    expect(await trains()).toBe(true);
    expect(await trains()).toBe(false);
  });

  it('trains anew after an edit, and keeps one model only', async () => {
    await trains();
    const edited = { ...SMALL_DATA, topics: SMALL_DATA.topics.slice(1) };
    expect(modelVersion(edited)).not.toBe(modelVersion(SMALL_DATA));
    expect(await trains(edited)).toBe(true);
    expect(await readdir(cacheDir)).toEqual([`understanding-${modelVersion(edited)}.model`]);
  });

  it('replaces a file that cannot be used', async () => {
    await trains();
    const path = join(cacheDir, `understanding-${modelVersion(SMALL_DATA)}.model`);
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length / 2));
    expect(await trains()).toBe(true);
    expect(await readFile(path)).toEqual(whole);
  });

  it('does not take the model of other data for its own', async () => {
    const other = encodeModel(trainModel({ ...SMALL_DATA, topics: SMALL_DATA.topics.slice(1) }));
    await trains();
    await writeFile(join(cacheDir, `understanding-${modelVersion(SMALL_DATA)}.model`), other);
    expect(await trains()).toBe(true);
  });

  describe('after an edit', () => {
    const edited = { ...SMALL_DATA, topics: SMALL_DATA.topics.slice(1) };

    it('gives a warm model at once and the whole one later, which is kept', async () => {
      await trains();
      const { now, whole } = await loadOrWarm({ ...edited, cacheDir });
      expect(now.version).toBe(`${modelVersion(edited)}-warm`);
      expect((await whole)?.version).toBe(modelVersion(edited));
      expect(await loadOrWarm({ ...edited, cacheDir })).toMatchObject({ now: { version: modelVersion(edited) }, whole: null });
    });

    it('gives up the whole one when told so, and leaves the model before in its place', async () => {
      await trains();
      const training = new AbortController();
      const { whole } = await loadOrWarm({ ...edited, cacheDir, signal: training.signal });
      training.abort();
      await expect(whole).rejects.toThrow(/abort/);
      expect(await readdir(cacheDir)).toEqual([`understanding-${modelVersion(SMALL_DATA)}.model`]);
    });

    it('waits for the whole one where there is nothing to go on from', async () => {
      expect(await loadOrWarm({ ...edited, cacheDir })).toMatchObject({ now: { version: modelVersion(edited) }, whole: null });
    });
  });
});

describe('training', () => {
  it('takes what the corpus says of a topic that is no more as outside the information', () => {
    const without = trainModel({ ...SMALL_DATA, topics: SMALL_DATA.topics.filter(({ id }) => id !== 'pin-forgotten') });
    expect(without.classifier.labels).not.toContain('pin-forgotten');
    expect(createUnderstander(without).understand('minns inte koden').candidates[0]?.intent).toBe('none');
  });
});
