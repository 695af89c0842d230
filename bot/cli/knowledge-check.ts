/** `npm run knowledge:check`: what a content owner should look at before publishing. Exit code 1 when something must be mended. */
import { join } from 'node:path';
import { corpusFaults } from '../../intents/corpus-check.ts';
import { loadCorpus } from '../../intents/corpus.ts';
import { misreadExamples } from '../../intents/topics-check.ts';
import type { Knowledge, Topic } from '../../knowledge/knowledge.ts';
import { conversationSettings, CORPUS_FOLDER, loadBrain } from '../brain.ts';
import { loadEnvironment, readConfig } from '../config.ts';
import { runCommand } from './exit.ts';

const MOST_LINES = 40;

async function check(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const { knowledge, understander } = await loadBrain({ cacheDir: join(config.dataDir, 'models'), settings: conversationSettings(config) });
  const topics = [...knowledge.topics.values()];
  const misread = misreadExamples(topics, understander);
  const conflicts = corpusFaults(await loadCorpus(CORPUS_FOLDER), []).filter(({ kind }) => kind === 'conflict');
  const today = new Date().toISOString().slice(0, 10);
  report('Examples that lead to another topic. Reword the example, or move what the two topics share into one of them:', misread.filter(({ isOffered }) => !isOffered).map(misreadLine));
  report('Examples that lead to a question first. More examples in other words make the bot surer:', misread.filter(({ isOffered }) => isOffered).map(misreadLine));
  report('Messages of the corpus under two labels. Keep one:', conflicts.map(({ text, places }) => `"${text}": ${places.join('; ')}`));
  report('Topics past their review date. Review them and set reviewed and reviewBy:', topics.filter((topic) => isPast(topic, today)).map(({ id, reviewBy }) => `${id}: ${reviewBy ?? ''}`));
  report('Pages without an address, shown by name only. Fill them in, in knowledge/links.yaml:', pagesWithoutAddress(knowledge));
  const unreviewed = topics.filter(({ kind, reviewed }) => kind === 'answer' && reviewed === null).length;
  print(`${topics.length} topics, version ${knowledge.version}. ${unreviewed} answers have not been reviewed by their owner.`);
  return misread.some(({ isOffered }) => !isOffered) || conflicts.length > 0 ? 1 : 0;
}

function misreadLine({ topic, text, readAs }: ReturnType<typeof misreadExamples>[number]): string {
  return `faq/${topic}.md "${text}" is read as ${readAs.length === 0 ? 'nothing that the bot knows' : readAs.join(' or ')}`;
}

function isPast({ reviewBy }: Topic, today: string): boolean {
  return reviewBy !== null && reviewBy < today;
}

function pagesWithoutAddress({ links }: Knowledge): readonly string[] {
  return Object.entries(links).flatMap(([name, { title, url }]) => (url === null ? [`${name}: ${title}`] : []));
}

function report(heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const more = lines.length > MOST_LINES ? [`  ... and ${lines.length - MOST_LINES} more`] : [];
  print([heading, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more, ''].join('\n'));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

runCommand(check);
