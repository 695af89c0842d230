/** Folders for the data of a service. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Shared by all tests that need the trained model, as training takes long. */
export const MODELS = join(import.meta.dirname, '../../data/models');

/** A new data folder that finds the trained model; `remove` leaves the model alone. */
export function makeDataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'service-'));
  mkdirSync(MODELS, { recursive: true });
  symlinkSync(MODELS, join(path, 'models'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
