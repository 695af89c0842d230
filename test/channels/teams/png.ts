/** Reads a PNG of 8-bit RGBA without interlacing (ISO/IEC 15948), for tests of our own icons. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly pixels: readonly (readonly [number, number, number, number])[];
}

const BYTES = 4;

/** Throws for a PNG of another kind. */
export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file.readUInt8(24) !== 8 || ![2, 6].includes(file.readUInt8(25)) || file.readUInt8(28) !== 0) throw new Error('not 8-bit RGB or RGBA without interlacing');
  const channels = file.readUInt8(25) === 6 ? BYTES : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(dataOf(file))), width * channels, height, channels);
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const at = index * channels;
    return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, channels === BYTES ? (bytes[at + 3] ?? 0) : 255] as const;
  });
  return { width, height, pixels };
}

function dataOf(file: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return chunks;
}

/** Undoes the filter of each line (ISO/IEC 15948, 9.2). */
function unfiltered(raw: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)];
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column < channels ? 0 : (out[at - channels] ?? 0);
      const up = row === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = column < channels || row === 0 ? 0 : (out[at - stride - channels] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (raw[row * (stride + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const distances = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  const nearest = distances.indexOf(Math.min(...distances));
  return [left, up, corner][nearest] ?? 0;
}
