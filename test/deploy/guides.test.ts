/** The guides name what exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '../../bot/config/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const SETTINGS = new Set<string>(Object.keys(settings.shape));
/** Made or set by the operator. */
const OTHER_VARIABLES = new Set(['POSTGRES_PASSWORD', 'BOT_DATABASE_PASSWORD']);
const OTHER_FILES = /^(?:deploy\/\.env|deploy\/bot\.env|deploy\/certificates\/.*|data\/.*)$/;

describe.each(['docs/operations.md', 'docs/security.md'])('%s', (guide) => {
  const text = read(guide);

  it('names only settings that exist', () => {
    const named = [...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !SETTINGS.has(name) && !OTHER_VARIABLES.has(name))).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:bot|test|deploy|docs|intents|dialogs|knowledge)\/[\w./-]*)`/g), ...text.matchAll(/\]\((?:\.\.\/)?([\w./-]+)\)/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !OTHER_FILES.test(path) && !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, 'docs', path)))).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
