/** What the bundle is made of. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const pageSource = join(import.meta.dirname, 'page');
export const widgetSource = join(import.meta.dirname, 'widget');

/** A hash of everything that decides what the bundle holds: the page, the widget, the files that build them, and the locked packages. */
export function hashInputs(root: string): string {
  const builders = readdirSync(import.meta.dirname).filter((name) => name.startsWith('bundle'));
  const sources = [pageSource, widgetSource].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const paths = [...builders.map((name) => join(import.meta.dirname, name)), ...sources, join(root, 'package-lock.json')];
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
