/**
 * How well messages are understood: `npm run eval`. Trains from scratch and asks the held-out questions.
 * --quick         without the simpler methods that it is compared with
 * --cross         leaves out one voice of the corpus at a time instead
 * --ablate        trains without one part of the understanding at a time instead
 * --noise         spoils every message with one kind of slip at a time instead (test/noise), held-out and left-out voices
 * --new-topic     takes all but a topic's own file away, for some topics in turn, and asks for them
 * --warm          compares the model that an edit gives at once with the whole one
 * --save FILE     keeps what is read of each held-out question and of each topic's own examples
 * --against BASE  lists what is read in another way than in a kept file, or than by a model that this code trains from
 *                 another folder's knowledge (and corpus) or from those of a git revision
 * --charts        draws docs/charts/risk-coverage.svg and reliability.svg
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCorpus } from '../../intents/corpus.ts';
import { allExamples } from '../../intents/examples.ts';
import type { Model, TrainingData } from '../../intents/model.ts';
import { encodeModel } from '../../intents/model-file.ts';
import { trainModel } from '../../intents/training.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { ablate } from './ablation.ts';
import { withBase } from './base.ts';
import type { Base } from './base.ts';
import { reliabilityChart, riskCoverageChart } from './charts.ts';
import { crossVoice } from './cross-voice.ts';
import { followUpRows, loadFollowUps } from './follow-ups.ts';
import { loadHeldOut } from './held-out.ts';
import type { HeldOut } from './held-out.ts';
import { trainWithoutGroups } from './left-out.ts';
import { ask } from './measures.ts';
import type { Answered } from './measures.ts';
import { newTopicReport } from './new-topic.ts';
import { reportNoise } from './noise.ts';
import { reportBaselines, reportFigures, reportFollowUps, reportSpeed, reportStyles, reportTwoNeeds, say } from './report.ts';
import { compare, decodeSnapshot, describeReading, encodeSnapshot, snapshot } from './snapshot.ts';
import type { Asked, Change, Line } from './snapshot.ts';
import { sweFaqReport } from './swefaq.ts';
import { table } from './table.ts';
import { warmStartReport } from './warm-start.ts';

const ROOT = join(import.meta.dirname, '../..');
const FLAGS = {
  quick: { type: 'boolean' }, cross: { type: 'boolean' }, ablate: { type: 'boolean' }, noise: { type: 'boolean' }, 'new-topic': { type: 'boolean' }, warm: { type: 'boolean' },
  charts: { type: 'boolean' }, save: { type: 'string' }, against: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values: flags } = parseArgs({ options: FLAGS });
  const topics = [...loadKnowledge(join(ROOT, 'knowledge')).topics.values()];
  const data = { corpus: await loadCorpus(join(ROOT, 'intents/corpus')), topics };
  if (flags.cross === true) {
    crossVoice(data);
    return;
  }
  if (flags.ablate === true) {
    ablate(data);
    return;
  }
  if (flags['new-topic'] === true) {
    say(newTopicReport(data));
    return;
  }
  const heldOut = await loadHeldOut(join(ROOT, 'test/heldout'), data.corpus);
  if (flags.warm === true) {
    say(warmStartReport(data, heldOut.singles.flatMap(({ questions }) => questions)));
    return;
  }
  const model = timedTraining(data, heldOut);
  if (flags.noise === true) {
    reportNoise('Held-out questions with slips, per cent', heldOut.singles.map(({ questions }) => ({ model, questions })));
    reportNoise('Three groups of left-out voices with slips, per cent', trainWithoutGroups(data));
    return;
  }
  const understander = createUnderstander(model);
  const asked = heldOut.singles.map(({ name, questions }) => ({ name, answered: ask(questions, understander, model.kinds) }));
  reportFigures('Held-out questions, per cent', asked);
  reportStyles(asked);
  reportSpeed(asked);
  reportTwoNeeds(heldOut.doubles, asked, understander, model);
  reportFollowUps(followUpRows(await loadFollowUps(join(ROOT, 'test/heldout/follow-ups.md')), topics, understander, model.kinds));
  say(await sweFaqReport());
  if (flags.quick !== true) await reportBaselines(data, heldOut.singles, model);
  if (flags.charts === true) await drawCharts(asked.flatMap(({ answered }) => answered), model);

  const everything = allAsked(heldOut, data);
  const lines = snapshot(everything, understander);
  if (flags.against !== undefined) reportChanges(await withBase(flags.against, ROOT, (base) => readingsOf(base, everything)), lines, model);
  if (flags.save !== undefined) await writeFile(flags.save, encodeSnapshot(lines));
}

function timedTraining(data: TrainingData, { known }: HeldOut): Model {
  const start = process.cpuUsage();
  const model = trainModel(data);
  const { user } = process.cpuUsage(start);
  const { answer, smalltalk, lost } = model.thresholds;
  say(
    `${allExamples(data.corpus, data.topics).length} examples of ${data.corpus.length} voices, ${model.classifier.labels.length} labels; ${known} held-out questions left out, since the corpus has them too`,
    `trained in ${(user / 1e6).toFixed(1)} s of processor time, model ${(encodeModel(model).length / 1e6).toFixed(2)} MB`,
    `temperature ${model.temperature.toFixed(2)}, answers from ${answer.toFixed(3)}, small talk from ${smalltalk.toFixed(3)}, declines from ${lost.toFixed(3)}`,
  );
  return model;
}

async function drawCharts(answered: readonly Answered[], { thresholds }: Model): Promise<void> {
  const folder = join(ROOT, 'docs/charts');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'risk-coverage.svg'), riskCoverageChart(answered, thresholds.answer));
  await writeFile(join(folder, 'reliability.svg'), reliabilityChart(answered));
}

async function readingsOf(base: Base, asked: readonly Asked[]): Promise<Line[]> {
  if (base.kind === 'kept') return decodeSnapshot(await readFile(base.file, 'utf8'));
  const topics = [...loadKnowledge(base.knowledge).topics.values()];
  return snapshot(asked, createUnderstander(trainModel({ corpus: await loadCorpus(base.corpus), topics })));
}

/** The held-out questions, and what a content owner wrote beside each answer. */
function allAsked({ singles, doubles }: HeldOut, { topics }: TrainingData): Asked[] {
  return [
    ...singles.flatMap(({ name, questions }) => questions.map(({ text, label }) => ({ set: name, text, meant: [label] }))),
    ...doubles.flatMap(({ name, questions }) => questions.map(({ text, needs }) => ({ set: name, text, meant: needs }))),
    ...topics.flatMap(({ id, question, utterances }) => [question.sv, question.en, ...utterances.sv, ...utterances.en].map((text) => ({ set: `topic ${id}`, text, meant: [id] }))),
  ];
}

function reportChanges(before: readonly Line[], after: readonly Line[], { kinds }: Model): void {
  const changes = compare(before, after, kinds);
  const count = (verdict: Change['verdict']): number => changes.filter((change) => change.verdict === verdict).length;
  const rows = changes.map(({ verdict, after: line, before: old }) => [verdict, `${describeReading(old)} -> ${describeReading(line)}`, line.set, line.text]);
  if (rows.length > 0) say(table(['', 'before -> after', 'set', 'question'], rows));
  say(`${rows.length} questions are read in another way: ${count('better')} better, ${count('worse')} worse, ${count('alike')} neither`);
}

await main();
