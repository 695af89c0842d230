/**
 * A model as bytes: a line of JSON (numbers, names and the SHA-256 of the rest), then the arrays one after the other.
 * Little-endian, as every machine that Node runs on. Compressed (RFC 8878): most weights are near nought, so that a quarter is left.
 */
import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import * as z from 'zod';
import type { Model } from './model.ts';
import { block } from './vectoriser.ts';

/** Bytes that are not a whole model. The caller trains anew. */
export class ModelFileError extends Error {
  constructor(problem: string) {
    super(`The model file cannot be used: ${problem}.`);
    this.name = 'ModelFileError';
  }
}

const Numbers = z.record(z.string(), z.number());
const Features = z.array(z.union([z.string(), z.number()]));
const Figures = z.array(z.number()).readonly();
const Header = z.object({
  version: z.string(),
  code: z.string(),
  sources: z.record(z.string(), z.string()),
  checksum: z.string(),
  labels: z.array(z.string()),
  kinds: z.record(z.string(), z.enum(['answer', 'smalltalk', 'no-answer'])),
  temperature: z.number(),
  thresholds: z.object({ answer: z.number(), smalltalk: z.number(), lost: z.number(), offer: z.number() }),
  trust: z.object({ means: Figures, deviations: Figures, weights: Figures }).nullable(),
  lexicon: Numbers,
  newcomers: z.object({ lack: z.array(z.number()), documents: z.array(z.string()) }),
  language: z.object({ words: Numbers, runs: Numbers }),
  words: Features,
  runs: Features,
});

const NEWLINE = 10;
const BYTES_OF_FLOAT = 4;

export function encodeModel(model: Model): Uint8Array {
  const { classifier, kinds, language } = model;
  const { vectoriser, linear } = classifier;
  const body = Buffer.concat([vectoriser.words.rarity, vectoriser.runs.rarity, linear.scales, linear.biases, linear.weights].map(bytesOf));
  const header: z.infer<typeof Header> = {
    version: model.version,
    code: model.code,
    sources: Object.fromEntries(model.sources),
    checksum: checksum(body),
    labels: [...classifier.labels],
    kinds: Object.fromEntries(kinds),
    temperature: model.temperature,
    thresholds: model.thresholds,
    trust: model.trust,
    lexicon: Object.fromEntries(classifier.lexicon),
    newcomers: { lack: [...classifier.newcomers.lack], documents: [...classifier.newcomers.documents] },
    language: { words: Object.fromEntries(language.words), runs: Object.fromEntries(language.runs) },
    words: [...vectoriser.words.columns.keys()],
    runs: [...vectoriser.runs.columns.keys()],
  };
  return zstdCompressSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]));
}

/** Throws `ModelFileError` when the bytes are not what `encodeModel` wrote. */
export function decodeModel(compressed: Uint8Array): Model {
  const bytes = decompress(compressed);
  const end = bytes.indexOf(NEWLINE);
  const header = parseHeader(Buffer.from(bytes.subarray(0, Math.max(0, end))).toString('utf8'));
  // A copy begins at offset 0, as arrays of float32 must.
  const body = new Uint8Array(bytes.subarray(end + 1));
  if (checksum(body) !== header.checksum) throw new ModelFileError('its checksum is wrong');

  const classes = header.labels.length;
  const [words, runs, scales, biases] = floats(body, [header.words.length, header.runs.length, classes, classes]);
  const first = header.words.length;
  const at = (2 * classes + first + header.runs.length) * BYTES_OF_FLOAT;
  return {
    version: header.version,
    code: header.code,
    sources: new Map(Object.entries(header.sources)),
    classifier: {
      labels: header.labels,
      lexicon: new Map(Object.entries(header.lexicon)),
      vectoriser: { words: block(header.words, words, 0), runs: block(header.runs, runs, first) },
      newcomers: header.newcomers,
      linear: { classes, scales, biases, weights: new Int8Array(body.buffer, at) },
    },
    kinds: new Map(Object.entries(header.kinds)),
    temperature: header.temperature,
    thresholds: header.thresholds,
    trust: header.trust,
    language: { words: new Map(Object.entries(header.language.words)), runs: new Map(Object.entries(header.language.runs)) },
  };
}

function decompress(bytes: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(bytes);
  } catch (error) {
    throw new ModelFileError(error instanceof Error ? error.message : 'it cannot be decompressed');
  }
}

function parseHeader(line: string): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(line));
  } catch (error) {
    throw new ModelFileError(error instanceof Error ? error.message : 'its first line is not JSON');
  }
}

/** Four arrays of float32 that stand at the beginning of `body`. */
function floats(body: Uint8Array<ArrayBuffer>, lengths: readonly [number, number, number, number]): [Float32Array, Float32Array, Float32Array, Float32Array] {
  let at = 0;
  const next = (length: number): Float32Array => {
    const array = new Float32Array(body.buffer, at, length);
    at += length * BYTES_OF_FLOAT;
    return array;
  };
  const [a, b, c, d] = lengths;
  return [next(a), next(b), next(c), next(d)];
}

const bytesOf = (array: Float32Array | Int8Array): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
