/** `npm run build`: bundles the page's script and style into dist/webchat, unless they are up to date. */
import { join } from 'node:path';
import { hashInputs } from './bundle-inputs.ts';
import { readManifest } from './page-files.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'dist/webchat');

async function main(): Promise<void> {
  const inputs = hashInputs(root);
  const existing = readManifest(folder);
  if (existing?.inputs === inputs) return;
  const bundler = await loadBundler();
  if (bundler !== null) {
    const { bytes, brotliBytes } = await bundler.bundlePage(folder, inputs);
    console.log(`The web chat's page is built: ${kilobytes(bytes)}, ${kilobytes(brotliBytes)} over the wire.`);
  } else if (existing !== null) {
    console.warn('The web chat\'s page is older than its sources, and esbuild, which builds it, is not installed. It is used as it is.');
  } else {
    console.error(
      'The web chat\'s page is not built, and esbuild, which builds it, is not installed. ' +
        'Run "npm install" with the development packages, or copy dist/webchat from a machine where "npm run build" has run.',
    );
    process.exitCode = 1;
  }
}

/** Loaded only when it is needed: it is slow, and in production it is not installed; then null. */
async function loadBundler(): Promise<typeof import('./bundle-page.ts') | null> {
  try {
    return await import('./bundle-page.ts');
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code))) return null;
    throw error;
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

await main();
