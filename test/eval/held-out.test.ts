import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_DATA } from '../intents/small-data.ts';
import { loadHeldOut } from './held-out.ts';

const FRONT = ['---', 'voice: x', 'persona: x', 'language: sv', 'written: 2026-11-24', 'provenance: x', '---', ''];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'held-out-'));
  await writeFile(join(folder, 'README.md'), 'Not questions.');
  await writeFile(join(folder, 'heldout-x.md'), [...FRONT, '## card-lost', '- (story) kortet föll i ån', '- Minns inte koden?'].join('\n'));
  await writeFile(join(folder, 'two-needs-x.md'), '- card-lost + pin-forgotten | tappat kortet och glömt koden\n');
});
afterAll(async () => rm(folder, { recursive: true }));

describe('the held-out questions', () => {
  it('are all that the folder has, by their style, less those that the corpus has too', async () => {
    const { singles, doubles, known } = await loadHeldOut(folder, SMALL_DATA.corpus);
    expect(singles.map(({ name, questions }) => [name, questions.map(({ style, text }) => `${style}: ${text}`)])).toEqual([['heldout-x', ['story: kortet föll i ån']]]);
    expect(doubles).toEqual([{ name: 'two-needs-x', questions: [{ text: 'tappat kortet och glömt koden', needs: ['card-lost', 'pin-forgotten'] }] }]);
    expect(known).toBe(1);
  });
});
