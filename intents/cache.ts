/**
 * Training takes seconds, so that its result is kept beside the other data: one file, named by what it was trained from.
 * A file that cannot be used (cut short, of another version) is trained anew and replaced.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeVersion } from './code-version.ts';
import { modelVersion } from './model.ts';
import type { Model, TrainingData, TrainingOptions } from './model.ts';
import { decodeModel, encodeModel, ModelFileError } from './model-file.ts';
import type { ReadingLimits } from './normalise.ts';
import type { Understander } from './reading.ts';
import { trainOnThreads } from './training-threads.ts';
import { createUnderstander } from './understander.ts';
import { warmModel } from './warm.ts';

export interface CacheOptions extends TrainingData, TrainingOptions {
  /** Created when it does not exist. */
  readonly cacheDir: string;
  readonly limits?: ReadingLimits;
}

/** An understander to use now, and the better one that takes its place. */
export interface LiveUnderstander {
  readonly now: Understander;
  /** Null when `now` is the whole one already. Rejects when `signal` ends the training. */
  readonly whole: Promise<Understander> | null;
}

const PREFIX = 'understanding-';
const SUFFIX = '.model';

/** The understander for this corpus and these topics: from the cache where it is there, else trained and put there. */
export async function loadOrTrain(options: CacheOptions): Promise<Understander> {
  return (await cachedUnderstander(options)) ?? trainAndKeep(options);
}

/**
 * As `loadOrTrain`, but where the cache has a model of other data by the same code, goes on from that one within a second
 * or two, and trains the whole one in the background.
 */
export async function loadOrWarm(options: CacheOptions): Promise<LiveUnderstander> {
  const cached = await cachedUnderstander(options);
  if (cached !== null) return { now: cached, whole: null };
  const previous = await anyModel(options.cacheDir);
  if (previous === null) return { now: await trainAndKeep(options), whole: null };
  const now = createUnderstander(warmModel(previous, options, options), options.limits);
  // Progress is for whoever waits; nobody waits for this one.
  return { now, whole: trainAndKeep({ ...options, onProgress: () => undefined }) };
}

const fileName = (version: string): string => `${PREFIX}${version}${SUFFIX}`;
const isModel = (file: string): boolean => file.startsWith(PREFIX) && file.endsWith(SUFFIX);

async function cachedUnderstander(options: CacheOptions): Promise<Understander | null> {
  const version = modelVersion(options, options);
  const model = await readModel(join(options.cacheDir, fileName(version)));
  return model?.version === version ? createUnderstander(model, options.limits) : null;
}

async function trainAndKeep(options: CacheOptions): Promise<Understander> {
  const model = await trainOnThreads(options, options);
  await replaceModel(options.cacheDir, fileName(model.version), encodeModel(model));
  return createUnderstander(model, options.limits);
}

/** A model of any data that this code can go on from. */
async function anyModel(folder: string): Promise<Model | null> {
  const files = await readdir(folder).catch(() => []);
  const models = await Promise.all(files.filter(isModel).map((file) => readModel(join(folder, file))));
  return models.find((model) => model?.code === codeVersion()) ?? null;
}

async function readModel(path: string): Promise<Model | null> {
  try {
    return decodeModel(await readFile(path));
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
  const old = (await readdir(folder)).filter((file) => isModel(file) && file !== name);
  await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
}
