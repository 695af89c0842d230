/** What `npm run eval` prints. */
import { allExamples } from '../../intents/examples.ts';
import { answerable } from '../../intents/model.ts';
import type { Model, TrainingData } from '../../intents/model.ts';
import { NONE } from '../../intents/reading.ts';
import type { Understander } from '../../intents/reading.ts';
import { naturalBayes, nearestByBm25 } from './baselines.ts';
import type { DoubleQuestion, Question, QuestionSet } from './held-out.ts';
import { confusions, figures, percent } from './measures.ts';
import type { Answered } from './measures.ts';
import { nodeNlp } from './node-nlp.ts';
import { quantile } from './statistics.ts';
import { sideBySide, table } from './table.ts';

/** The questions of one set, answered. */
export interface AnsweredSet {
  readonly name: string;
  readonly answered: readonly Answered[];
}

const MOST_CONFUSIONS = 15;

export const say = (...blocks: readonly string[]): void => console.log(`${blocks.join('\n')}\n`);
const everything = (sets: readonly AnsweredSet[]): Answered[] => sets.flatMap(({ answered }) => answered);

/** One column a set, and one for all of them. */
export function reportFigures(title: string, sets: readonly AnsweredSet[]): void {
  say(title, sideBySide([...sets, { name: 'all', answered: everything(sets) }].map(({ name, answered }) => ({ name: name.replace('heldout-', ''), figures: figures(answered) }))));
}

export function reportStyles(sets: readonly AnsweredSet[]): void {
  const styles = [...Map.groupBy(everything(sets), ({ question }) => question.style)].map(([name, answered]) => {
    const { 'in scope': inScope = '', 'top-1': top1 = '', '95 %': interval = '', 'answered rightly': rightly = '', 'one click': click = '', 'wrong of answers': wrong = '' } = figures(answered);
    return [name, inScope, top1, interval, rightly, click, wrong];
  });
  say(table(['style', 'in scope', 'top-1', '95 %', 'answered rightly', 'one click', 'wrong of answers'], styles));
  say(table(['meant > read', 'times'], confusions(everything(sets), MOST_CONFUSIONS)));
}

export function reportSpeed(sets: readonly AnsweredSet[]): void {
  const times = everything(sets).map(({ milliseconds }) => milliseconds);
  say(`a question takes ${(1000 * quantile(times, 0.5)).toFixed(0)} µs (median), ${(1000 * quantile(times, 0.99)).toFixed(0)} µs (99 %)`);
}

/** Small talk beside a question is not a need of its own to the bot, so that pairs with it are also left out of the count. */
export function reportTwoNeeds(doubles: readonly QuestionSet<DoubleQuestion>[], sets: readonly AnsweredSet[], understander: Understander, { kinds }: Model): void {
  const rows = doubles.map(({ name, questions }) => {
    const readings = questions.map(({ text, needs }) => ({ found: understander.understand(text).needs, needs }));
    const answers = readings.filter(({ needs }) => needs.every((need) => kinds.get(need) === 'answer'));
    const both = (some: typeof readings): string => percent(some.filter(({ found, needs }) => needs.every((need) => found.includes(need))).length, some.length);
    const wrong = readings.filter(({ found, needs }) => found.some((need) => !needs.includes(need))).length;
    return [name, `${questions.length}`, both(readings), `${answers.length}`, both(answers), percent(wrong, questions.length)];
  });
  const single = everything(sets);
  const invented = single.filter(({ reading }) => reading.needs.length > 1).length;
  say(table(['two needs in one message', 'questions', 'both found', 'without small talk', 'both found', 'a wrong need'], rows), `messages with one need that are read as two: ${invented} of ${single.length} (${percent(invented, single.length)} %)`);
}

export function reportFollowUps(rows: readonly string[][]): void {
  say(table(['follow-ups', 'messages', 'top-1', 'rightly', 'one click', 'wrong'], rows));
}

/** Simpler methods with the same examples. */
export async function reportBaselines(data: TrainingData, sets: readonly QuestionSet<Question>[], { kinds }: Model): Promise<void> {
  const examples = allExamples(data.corpus, data.topics);
  const nlp = await nodeNlp(examples);
  const baselines = [
    { name: "natural's Bayes", baseline: naturalBayes(examples) },
    { name: 'BM25 nearest', baseline: nearestByBm25(examples) },
    ...(nlp === null ? [] : [{ name: 'node-nlp', baseline: nlp }]),
  ];
  const rows: string[][] = [];
  for (const { name, baseline } of baselines) {
    const row = [name];
    for (const { questions } of sets) {
      const inScope = questions.filter(({ label }) => answerable(label, kinds) !== NONE);
      let hits = 0;
      for (const { text, label } of inScope) if ((await baseline(text)) === label) hits += 1;
      row.push(percent(hits, inScope.length));
    }
    rows.push(row);
  }
  say('Baselines with the same examples, top-1 in scope', table(['', ...sets.map(({ name }) => name.replace('heldout-', ''))], rows), ...(nlp === null ? ['node-nlp is not installed'] : []));
}
