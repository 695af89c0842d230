/** Everything that a service leaves behind, as bytes to search. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestService } from './service.ts';

/** Where traces were found: files of the database (with what its write-ahead log still holds), the log, the metrics. Empty when nowhere. */
export async function findTraces({ dataDir, address, log }: TestService, traces: readonly string[]): Promise<readonly string[]> {
  const files = readdirSync(dataDir).filter((name) => name.startsWith('bot.sqlite'));
  const metrics = await (await fetch(`${address}/metrics`)).text();
  const places: readonly (readonly [string, Buffer])[] = [
    ...files.map((name) => [name, readFileSync(join(dataDir, name))] as const),
    ['log', Buffer.from(log())],
    ['metrics', Buffer.from(metrics)],
  ];
  return places.flatMap(([name, bytes]) => traces.filter((trace) => bytes.includes(trace)).map((trace) => `${trace} in ${name}`));
}
