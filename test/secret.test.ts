import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadOrMakeSecret } from '../bot/secret.ts';

let path: string;

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'secret-')), 'data', 'token-secret');
});

describe('a secret of the process', () => {
  it('is made once and stays the same', () => {
    const made = loadOrMakeSecret(path);
    expect(Buffer.from(made, 'base64url')).toHaveLength(32);
    expect(loadOrMakeSecret(path)).toBe(made);
  });

  it('differs from every other', () => {
    expect(loadOrMakeSecret(path)).not.toBe(loadOrMakeSecret(`${path}-2`));
  });

  it('is readable by the owner only, and leaves no draft behind', () => {
    loadOrMakeSecret(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['token-secret']);
  });

  it('is not replaced when the file holds something else', () => {
    loadOrMakeSecret(path);
    writeFileSync(path, 'half');
    expect(() => loadOrMakeSecret(path)).toThrow('Remove the file');
  });
});
