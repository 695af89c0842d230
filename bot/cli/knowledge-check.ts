/**
 * `npm run knowledge:check`: what a content owner should look at before publishing, each with what to do.
 * --quick  without the search for topics that take each other's questions, which trains for a minute
 * Exit code 1 when something must be mended (an example that leads to another topic, a message under two labels, a review
 * that is overdue, a file that cannot be read), else 0, also where there is something worth a look.
 */
import { parseArgs } from 'node:util';
import { corpusFaults } from '../../intents/corpus-check.ts';
import { loadCorpus } from '../../intents/corpus.ts';
import { rivals, topicsWithFew } from '../../intents/rivals.ts';
import { misreadExamples } from '../../intents/topics-check.ts';
import { brainOptions, CORPUS_FOLDER, loadBrain } from '../brain.ts';
import { loadEnvironment, readConfig } from '../config.ts';
import { runCommand } from './exit.ts';
import { findings } from './findings.ts';
import type { Finding } from './findings.ts';

const MOST_LINES = 40;
/** From here on a new topic is found in three of four questions (docs/understanding.md). */
const ENOUGH_EXAMPLES = 50;

async function check(): Promise<number> {
  const { values: flags } = parseArgs({ options: { quick: { type: 'boolean' } } });
  const config = readConfig(loadEnvironment());
  const { knowledge, understander } = await loadBrain(brainOptions(config));
  const topics = [...knowledge.topics.values()];
  const corpus = await loadCorpus(CORPUS_FOLDER);
  const found = findings({
    knowledge,
    misread: misreadExamples(topics, understander),
    faults: corpusFaults(corpus, []),
    rivals: flags.quick === true ? null : rivals({ corpus, topics }),
    few: topicsWithFew({ corpus, topics }, ENOUGH_EXAMPLES),
    today: new Date().toISOString().slice(0, 10),
  });
  for (const finding of found) print(written(finding));
  const unreviewed = topics.filter(({ kind, reviewed }) => kind === 'answer' && reviewed === null).length;
  print(`${topics.length} topics, version ${knowledge.version}. ${unreviewed} answers have not been reviewed by their owner.`);
  return found.some(({ isFault }) => isFault) ? 1 : 0;
}

function written({ heading, lines, isFault }: Finding): string {
  const more = lines.length > MOST_LINES ? [`  ... and ${lines.length - MOST_LINES} more`] : [];
  return [`${isFault ? 'MEND' : 'LOOK'}: ${heading}`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more, ''].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

runCommand(check);
