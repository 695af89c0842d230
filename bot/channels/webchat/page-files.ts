/** The files that the build made: exactly those in its manifest, read once. Nothing else of the folder is ever served. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const MANIFEST = 'manifest.json';

/** What a build leaves beside its files. */
export const manifestSchema = z.object({
  /** Hash of everything that the build read. */
  inputs: z.string(),
  script: z.string(),
  style: z.string(),
  icon: z.string(),
  /** The loader; not among the files, because host pages ask for it by one name for ever. */
  widget: z.string(),
  files: z.array(z.string().regex(/^[\w-]+(\.[\w-]+)+$/)),
});

export type Manifest = z.infer<typeof manifestSchema>;

export interface PageFile {
  readonly type: string;
  /** Strong, of the contents (RFC 9110 section 8.8.3). */
  readonly etag: string;
  readonly encodings: { readonly identity: Buffer; readonly br?: Buffer; readonly gzip?: Buffer };
}

export interface PageFiles {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  readonly widget: PageFile;
  readonly files: ReadonlyMap<string, PageFile>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
};

export class PageNotBuiltError extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super(`The web chat's page is not built: ${join(folder, MANIFEST)} is missing or not a manifest. Run "npm run build".`);
    this.name = 'PageNotBuiltError';
    this.folder = folder;
  }
}

export function loadPageFiles(folder: string): PageFiles {
  const manifest = readManifest(folder);
  if (manifest === null) throw new PageNotBuiltError(folder);
  const { script, style, icon, widget, files } = manifest;
  return { script, style, icon, widget: loadFile(join(folder, widget)), files: new Map(files.map((name) => [name, loadFile(join(folder, name))])) };
}

/** Null when there is none, or one that cannot be read. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return null;
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function loadFile(path: string): PageFile {
  const compressed = (suffix: string): Buffer | undefined => (existsSync(path + suffix) ? readFileSync(path + suffix) : undefined);
  const [br, gzip] = [compressed('.br'), compressed('.gz')];
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const identity = readFileSync(path);
  const etag = `"${createHash('sha256').update(identity).digest('base64url')}"`;
  return { type, etag, encodings: { identity, ...(br && { br }), ...(gzip && { gzip }) } };
}
