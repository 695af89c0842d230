/**
 * Halves Web Chat's script. The page uses its components without the parts that the full bundle adds (speech, the
 * Adaptive Cards renderer, its Markdown engine), and this plugin leaves out what they still pull in.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OnResolveArgs, Plugin } from 'esbuild';

const resolve = createRequire(import.meta.url).resolve;
const apiSource = join(dirname(resolve('botframework-webchat-api')), '../src');

/** The distributed API has the strings of 45 languages in one file; its sources, which are distributed too, have a file each. */
const fromSource: Readonly<Record<string, string>> = {
  'botframework-webchat-api': join(apiSource, 'index.ts'),
  'botframework-webchat-api/internal': join(apiSource, 'internal.ts'),
  'botframework-webchat-api/decorator': join(apiSource, 'decorator/index.ts'),
};

/** The transport of App Service, and polyfills that no browser of the bundle's target needs. */
const unused = /^(botframework-streaming|\.\/directLineStreaming|core-js\/.*|url-search-params-polyfill|cross-fetch(\/polyfill)?)$/;

export const trimWebChat: Plugin = {
  name: 'trim-web-chat',
  setup: (build) => {
    build.onResolve({ filter: /^botframework-webchat-api(\/|$)/ }, ({ path }: OnResolveArgs) => ({ path: fromSource[path] ?? resolve(path) }));
    build.onLoad({ filter: /[\\/]localization[\\/][\w-]+\.json$/ }, ({ path }) => (/(sv-SE|en-US|overrides)\.json$/.test(path) ? undefined : { contents: '{}', loader: 'json' }));
    build.onResolve({ filter: unused }, ({ path }: OnResolveArgs) => ({ path, namespace: 'unused' }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {}', loader: 'js' }));
  },
};
