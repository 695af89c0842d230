import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseError, withBase } from './base.ts';
import type { Base } from './base.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'versions-'));
  const git = (...words: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], { stdio: 'pipe' });
  await mkdir(join(root, 'knowledge'));
  await mkdir(join(root, 'intents/corpus'), { recursive: true });
  await writeFile(join(root, 'knowledge/topic.md'), 'the old answer');
  await writeFile(join(root, 'intents/corpus/voice.md'), 'the old voice');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--no-gpg-sign', '-m', 'old');
  git('tag', 'published');
  await writeFile(join(root, 'knowledge/topic.md'), 'the new answer');
});
afterAll(async () => rm(root, { recursive: true }));

const find = (base: string): Promise<Base> => withBase(base, root, (found) => Promise.resolve(found));

describe('the version to compare with', () => {
  it('is a file that was kept', async () => {
    const file = join(root, 'knowledge/topic.md');
    expect(await find(file)).toEqual({ kind: 'kept', file });
  });

  it('is a folder: a whole project, or knowledge alone, which is read with the corpus at hand', async () => {
    expect(await find(root)).toEqual({ kind: 'data', knowledge: join(root, 'knowledge'), corpus: join(root, 'intents/corpus') });
    expect(await find(join(root, 'knowledge'))).toEqual({ kind: 'data', knowledge: join(root, 'knowledge'), corpus: join(root, 'intents/corpus') });
  });

  it('is a git revision, unpacked for as long as it is needed', async () => {
    const [content, knowledge] = await withBase('published', root, async (found) => {
      if (found.kind !== 'data') throw new Error('a revision has folders');
      return [await readFile(join(found.knowledge, 'topic.md'), 'utf8'), found.knowledge];
    });
    expect(content).toBe('the old answer');
    expect(existsSync(knowledge)).toBe(false);
  });

  it.each(['no-such-revision', '--output=x'])('cannot be "%s"', async (base) => {
    await expect(find(base)).rejects.toThrow(BaseError);
  });
});
