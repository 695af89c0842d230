/** A secret that the process makes for itself and keeps. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const SECRET_BYTES = 32;

/**
 * Reads the secret in a file, or makes it: 32 random bytes in base64url, readable by the owner only. Two processes that
 * start together get the same one, and a crash leaves a whole file or none. Throws when the file holds anything else.
 */
export function loadOrMakeSecret(path: string): string {
  const kept = readSecret(path);
  if (kept !== null) return kept;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Unlike a rename, a link fails when the other process was first.
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const made = readSecret(path);
  if (made === null) throw new Error(`The secret in ${path} vanished while it was made. Check what else writes to that folder.`);
  return made;
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (!/^[\w-]{43,}$/.test(secret)) throw new Error(`${path} does not hold a secret of 32 bytes in base64url. Remove the file, and a new one is made; open chats then start anew.`);
    return secret;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
