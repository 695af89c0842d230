/** A hash of this folder's own code: a model that was trained by other code must not be read by this one. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Read from the files that are running, so that nobody has to remember to raise a number. */
export function codeVersion(): string {
  const own = extname(import.meta.filename);
  const hash = createHash('sha256');
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (extname(name) === own) hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest('hex');
}
