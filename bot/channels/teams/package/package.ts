/** The app package: what an administrator uploads to Teams. Needs the development dependencies. */
import { readFileSync } from 'node:fs';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { type AppDetails, englishOf, manifestOf } from './manifest.ts';
import { en } from './texts.en.ts';

const ICONS = new URL('icons/', import.meta.url);
/** The same details give the same bytes. ZIP knows no time before 1980. */
const MADE = new Date('1980-01-02T00:00:00Z');

/** What Microsoft's own schema has against the package. */
export class InvalidPackageError extends Error {
  constructor(faults: readonly string[]) {
    super(`The app package does not fit the official schema:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'InvalidPackageError';
  }
}

/** Makes the ZIP file. Rejects with `InvalidPackageError` for words or details that the official schema refuses; works offline. */
export async function appPackage(details: AppDetails): Promise<Uint8Array> {
  const files = { 'manifest.json': manifestOf(details), 'en.json': englishOf(details) };
  // The translation's own schema cannot be compiled by the library. Its words have the limits of the words that they replace.
  const faults = [...(await schemaFaults(files['manifest.json'])), ...(await schemaFaults(manifestOf(details, en)))];
  if (faults.length > 0) throw new InvalidPackageError(faults);
  const texts = Object.entries(files).map(([file, content]): [string, Uint8Array] => [file, strToU8(`${JSON.stringify(content, null, 2)}\n`)]);
  const icons = ['color.png', 'outline.png'].map((file): [string, Uint8Array] => [file, readFileSync(new URL(file, ICONS))]);
  return zipSync(Object.fromEntries([...texts, ...icons]), { mtime: MADE });
}

/** The faults of a manifest by the schema that it names; empty for a good one. */
export function schemaFaults(content: object): Promise<string[]> {
  // The library's type asks for enums of its own making where the schema has strings; it reads any object.
  return AppManifestUtils.validateAgainstSchema(content as unknown as TeamsManifest);
}
