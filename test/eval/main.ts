/**
 * How well messages are understood: `npm run eval`. Trains from scratch and asks the held-out questions.
 * `--cross` leaves out one voice of the corpus at a time instead; `--baselines` compares with simpler methods.
 */
import { join } from 'node:path';
import { loadCorpus } from '../../intents/corpus.ts';
import { trainModel } from '../../intents/model.ts';
import type { Model, TrainingData } from '../../intents/model.ts';
import { encodeModel } from '../../intents/model-file.ts';
import type { Understander } from '../../intents/reading.ts';
import { allExamples } from '../../intents/examples.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { naturalBayes, nearestByBm25 } from './baselines.ts';
import { loadDoubleQuestions, loadQuestions } from './held-out.ts';
import type { Question } from './held-out.ts';
import { ask, confusions, figures, percent } from './measures.ts';
import type { Answered } from './measures.ts';
import { quantile } from './statistics.ts';
import { sideBySide, table } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');
const HELD_OUT = ['heldout-a', 'heldout-b', 'heldout-c', 'heldout-en'];
const MOST_CONFUSIONS = 15;

const say = (...blocks: readonly string[]): void => console.log(`${blocks.join('\n')}\n`);
const heldOut = (name: string): string => join(ROOT, 'test/heldout', `${name}.md`);

async function main(flags: ReadonlySet<string>): Promise<void> {
  const data = { corpus: await loadCorpus(join(ROOT, 'intents/corpus')), topics: [...loadKnowledge(join(ROOT, 'knowledge')).topics.values()] };
  if (flags.has('--cross')) {
    crossVoice(data);
    return;
  }

  const sets = await Promise.all(HELD_OUT.map(async (name) => ({ name, questions: await loadQuestions(heldOut(name)) })));
  const model = timedTraining(data);
  const understander = createUnderstander(model);
  const asked = sets.map(({ name, questions }) => ({ name, answered: ask(questions, understander, model.kinds) }));
  const all = asked.flatMap(({ answered }) => answered);
  reportHeldOut(asked, all);
  reportSpeed(all);
  await reportTwoNeeds(understander, all);
  if (flags.has('--baselines')) reportBaselines(data, sets, model);
}

function timedTraining(data: TrainingData): Model {
  const start = performance.now();
  const model = trainModel(data);
  const { answer, smalltalk, lost } = model.thresholds;
  say(
    `${allExamples(data.corpus, data.topics).length} examples of ${data.corpus.length} voices, ${model.classifier.labels.length} labels`,
    `trained in ${((performance.now() - start) / 1000).toFixed(1)} s, model ${(encodeModel(model).length / 1e6).toFixed(2)} MB`,
    `temperature ${model.temperature.toFixed(2)}, answers from ${answer.toFixed(3)}, small talk from ${smalltalk.toFixed(3)}, declines from ${lost.toFixed(3)}`,
  );
  return model;
}

function reportHeldOut(asked: readonly { name: string; answered: readonly Answered[] }[], all: readonly Answered[]): void {
  say('Held-out questions, per cent', sideBySide([...asked, { name: 'all', answered: all }].map(({ name, answered }) => ({ name, figures: figures(answered) }))));
  const styles = [...Map.groupBy(all, ({ question }) => question.style)].map(([name, answered]) => {
    const { 'in scope': inScope = '', 'top-1': top1 = '', '95 %': interval = '', 'answered rightly': rightly = '', 'one click': click = '', 'wrong of answers': wrong = '' } = figures(answered);
    return [name, inScope, top1, interval, rightly, click, wrong];
  });
  say(table(['style', 'in scope', 'top-1', '95 %', 'answered rightly', 'one click', 'wrong of answers'], styles));
  say(table(['meant > read', 'times'], confusions(all, MOST_CONFUSIONS)));
}

function reportSpeed(all: readonly Answered[]): void {
  const times = all.map(({ milliseconds }) => milliseconds);
  say(`a question takes ${(1000 * quantile(times, 0.5)).toFixed(0)} µs (median), ${(1000 * quantile(times, 0.99)).toFixed(0)} µs (99 %)`);
}

async function reportTwoNeeds(understander: Understander, single: readonly Answered[]): Promise<void> {
  const double = await loadDoubleQuestions(heldOut('two-needs'));
  const readings = double.map(({ text, needs }) => ({ found: understander.understand(text).needs, needs }));
  const both = readings.filter(({ found, needs }) => needs.every((need) => found.includes(need))).length;
  const wrong = readings.filter(({ found, needs }) => found.some((need) => !needs.includes(need))).length;
  const invented = single.filter(({ reading }) => reading.needs.length > 1).length;
  say(
    `two needs in one message (${double.length}): both found ${percent(both, double.length)} %, a need that is not there ${percent(wrong, double.length)} %`,
    `messages with one need that are read as two: ${invented} of ${single.length}`,
  );
}

function reportBaselines(data: TrainingData, sets: readonly { name: string; questions: readonly Question[] }[], { kinds }: Model): void {
  const examples = allExamples(data.corpus, data.topics);
  const rows = [{ name: "natural's Bayes", baseline: naturalBayes(examples) }, { name: 'BM25 nearest', baseline: nearestByBm25(examples) }].map(({ name, baseline }) => [
    name,
    ...sets.map(({ questions }) => {
      const inScope = questions.filter(({ label }) => kinds.get(label) !== undefined && kinds.get(label) !== 'no-answer');
      return percent(inScope.filter(({ text, label }) => baseline(text) === label).length, inScope.length);
    }),
  ]);
  say('Baselines with the same examples, top-1 in scope', table(['', ...sets.map(({ name }) => name)], rows));
}

function crossVoice({ corpus, topics }: TrainingData): void {
  const asked = corpus.map((voice) => {
    const model = trainModel({ corpus: corpus.filter((other) => other !== voice), topics });
    const questions = voice.utterances.map((utterance) => ({ ...utterance, style: voice.name }));
    return { name: voice.name.slice(0, 12), answered: ask(questions, createUnderstander(model), model.kinds) };
  });
  const all = asked.flatMap(({ answered }) => answered);
  say('Each voice read by a model trained without it, per cent', sideBySide([...asked, { name: 'all', answered: all }].map(({ name, answered }) => ({ name, figures: figures(answered) }))));
}

await main(new Set(process.argv.slice(2)));
