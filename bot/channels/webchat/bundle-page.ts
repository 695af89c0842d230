/** Bundles the page with esbuild: a script, a style sheet and an icon, named by their contents, and the widget's loader; each also compressed. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { pageSource } from './bundle-inputs.ts';
import { trimWebChat } from './bundle-trim.ts';
import { bundleWidget } from './bundle-widget.ts';
import { MANIFEST, type Manifest } from './page-files.ts';

export interface BundleSize {
  readonly bytes: number;
  readonly brotliBytes: number;
}

/** Replaces the folder, whole: it is built beside it, so that a bot that starts meanwhile finds the old page or the new one. */
export async function bundlePage(folder: string, inputs: string): Promise<BundleSize> {
  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(draft, { recursive: true });
  const size = await bundleInto(draft, inputs);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return size;
}

async function bundleInto(folder: string, inputs: string): Promise<BundleSize> {
  const { metafile } = await build(options(folder));
  const outputs = Object.entries(metafile.outputs);
  const names = outputs.map(([path]) => basename(path));
  const sizes = names.map((name) => compress(join(folder, name)));
  const widget = await bundleWidget(folder);
  compress(join(folder, widget));
  const named = (suffix: string): string => names.find((name) => name.endsWith(suffix)) ?? '';
  const manifest: Manifest = { inputs, script: named('.js'), style: named('.css'), icon: named('.svg'), widget, files: names };
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
  return { bytes: total(sizes.map(({ bytes }) => bytes)), brotliBytes: total(sizes.map(({ brotliBytes }) => brotliBytes)) };
}

function options(outdir: string): BuildOptions & { metafile: true } {
  return {
    entryPoints: { chat: join(pageSource, 'main.ts'), page: join(pageSource, 'page.css'), icon: join(pageSource, 'icon.svg') },
    outdir,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    // Browsers of the last four years.
    target: ['es2022'],
    metafile: true,
    legalComments: 'linked',
    logLevel: 'warning',
    tsconfigRaw: {},
    loader: { '.js': 'jsx', '.svg': 'copy' },
    define: {
      global: 'globalThis',
      'process.env.NODE_ENV': '"production"',
      'process.env.node_env': '"production"',
      'process.env.npm_package_version': '""',
      'process.env.build_tool': '"esbuild"',
      'process.env.module_format': '"esmodules"',
    },
    plugins: [trimWebChat],
  };
}

function compress(path: string): BundleSize {
  const content = readFileSync(path);
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  return { bytes: content.length, brotliBytes: brotli.length };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
