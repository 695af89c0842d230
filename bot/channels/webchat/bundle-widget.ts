/** Bundles the widget's loader: one classic script without dependencies, whose style sheet is a text in it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle, type Plugin, transform } from 'esbuild';
import { widgetSource } from './bundle-inputs.ts';

/** What a host page pays for the button, compressed. */
export const MAX_WIDGET_GZIP_BYTES = 3000;

export class WidgetTooLargeError extends Error {
  override readonly name = 'WidgetTooLargeError';
}

const styleAsText: Plugin = {
  name: 'style-as-text',
  setup: (build) =>
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    }),
};

/** Writes it to `outdir` and returns its name. @throws WidgetTooLargeError */
export async function bundleWidget(outdir: string, maxGzipBytes = MAX_WIDGET_GZIP_BYTES): Promise<string> {
  const name = 'widget.js';
  const { outputFiles } = await bundle({
    entryPoints: [join(widgetSource, 'loader.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    target: ['es2022'],
    write: false,
    logLevel: 'warning',
    tsconfigRaw: {},
    plugins: [styleAsText],
  });
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  const bytes = gzipSync(script, { level: 9 }).length;
  if (bytes > maxGzipBytes) throw new WidgetTooLargeError(`The widget's loader has ${bytes} bytes compressed; ${maxGzipBytes} are the limit.`);
  writeFileSync(join(outdir, name), script);
  return name;
}
