/**
 * Training takes seconds, so that its result is kept beside the other data: one file, named by what it was trained from.
 * A file that cannot be used (cut short, of another version) is trained anew and replaced.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelVersion, trainModel } from './model.ts';
import type { Model, TrainingData, TrainingOptions } from './model.ts';
import { decodeModel, encodeModel, ModelFileError } from './model-file.ts';
import type { ReadingLimits } from './normalise.ts';
import type { Understander } from './reading.ts';
import { createUnderstander } from './understander.ts';

export interface CacheOptions extends TrainingData, TrainingOptions {
  /** Created when it does not exist. */
  readonly cacheDir: string;
  readonly limits?: ReadingLimits;
}

const PREFIX = 'understanding-';
const SUFFIX = '.model';

/** The understander for this corpus and these topics: from the cache where it is there, else trained and put there. */
export async function loadOrTrain(options: CacheOptions): Promise<Understander> {
  const version = modelVersion(options, options);
  const name = `${PREFIX}${version}${SUFFIX}`;
  const cached = await readModel(join(options.cacheDir, name), version);
  if (cached !== null) return createUnderstander(cached, options.limits);

  const model = trainModel(options, options);
  await replaceModel(options.cacheDir, name, encodeModel(model));
  return createUnderstander(model, options.limits);
}

async function readModel(path: string, version: string): Promise<Model | null> {
  try {
    const model = decodeModel(await readFile(path));
    return model.version === version ? model : null;
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (absent || error instanceof ModelFileError) return null;
    throw error;
  }
}

/** Written whole under another name first, so that no reader ever sees half a model. Models of other versions are removed. */
async function replaceModel(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${name}.${process.pid}.draft`);
  await writeFile(draft, bytes);
  await rename(draft, join(folder, name));
  const old = (await readdir(folder)).filter((file) => file.startsWith(PREFIX) && file.endsWith(SUFFIX) && file !== name);
  await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
}
