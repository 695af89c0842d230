/**
 * Makes a screenshot small: at most 256 colours, with a palette. Text and flat surfaces look the same.
 * Source: "Portable Network Graphics (PNG) Specification (Third Edition)", W3C, sections 5, 9 and 11.2.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
const PALETTE_TYPE = 3;

interface Image {
  readonly width: number;
  readonly height: number;
  /** A colour a pixel, 0xrrggbb. */
  readonly pixels: Uint32Array;
}

/** `png`: 8 bits a sample, RGB or RGBA, not interlaced, as browsers make them. Transparency is lost. */
export function withPalette(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts].sort((one, other) => other[1] - one[1]).slice(0, COLOURS).map(([colour]) => colour);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  pixels.forEach((pixel, at) => {
    const index = indexOf.get(pixel) ?? nearest(pixel, palette);
    indexOf.set(pixel, index);
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE_TYPE, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function decode(png: Buffer): Image {
  const [width, height, channelCount] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channelCount, height, channelCount);
  const byte = (at: number): number => bytes[at] ?? 0;
  const colourAt = (_: unknown, pixel: number): number => (byte(pixel * channelCount) << 16) | (byte(pixel * channelCount + 1) << 8) | byte(pixel * channelCount + 2);
  return { width, height, pixels: Uint32Array.from({ length: width * height }, colourAt) };
}

/** Section 9.2: each row begins with the type of its filter. */
function unfiltered(rows: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const bytes = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const type = rows[row * (rowBytes + 1)];
    for (let at = 0; at < rowBytes; at += 1) {
      const here = row * rowBytes + at;
      const left = at < step ? 0 : (bytes[here - step] ?? 0);
      const up = bytes[here - rowBytes] ?? 0;
      const upLeft = at < step ? 0 : (bytes[here - rowBytes - step] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][type ?? 0] ?? 0;
      bytes[here] = (rows[row * (rowBytes + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return bytes;
}

/** Section 9.4. */
function paeth(left: number, up: number, upLeft: number): number {
  const [a, b, c] = [left, up, upLeft].map((one) => Math.abs(left + up - upLeft - one)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}

function nearest(colour: number, palette: readonly number[]): number {
  const wanted = channels(colour);
  const distance = (other: number): number => channels(other).reduce((sum, channel, index) => sum + (channel - (wanted[index] ?? 0)) ** 2, 0);
  return palette.reduce((best, other, index) => (distance(other) < distance(palette[best] ?? 0) ? index : best), 0);
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
