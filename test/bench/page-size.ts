/** What a browser fetches before it can chat. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest } from '../../bot/channels/webchat/page-files.ts';

export interface PageSize {
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

const FOLDER = join(import.meta.dirname, '../../dist/webchat');

/** Script and style together. @throws when the page is not built */
export async function pageSize(): Promise<PageSize> {
  const manifest = readManifest(FOLDER);
  if (manifest === null) throw new Error('The web chat\'s page is not built. Run "npm run build".');
  const sum = async (suffix: string): Promise<number> => {
    const sizes = await Promise.all([manifest.script, manifest.style].map(async (name) => (await stat(join(FOLDER, name + suffix))).size));
    return sizes.reduce((one, other) => one + other, 0);
  };
  return { bytes: await sum(''), gzipBytes: await sum('.gz'), brotliBytes: await sum('.br') };
}
