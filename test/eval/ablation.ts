/** What each part of the understanding is worth: trained without it, on voices that are left out. */
import type { TrainingData } from '../../intents/model.ts';
import { PARTS } from '../../intents/parts.ts';
import type { Part } from '../../intents/parts.ts';
import { NONE } from '../../intents/reading.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { trainWithoutGroups } from './left-out.ts';
import { answeredAtAll, answeredRightly, askOnce, best, offered, percent } from './measures.ts';
import type { Answered } from './measures.ts';
import { misspelt } from './noise.ts';
import { say } from './report.ts';
import { pairedDifference } from './statistics.ts';
import { table } from './table.ts';

interface Run {
  readonly plain: readonly Answered[];
  readonly misspelt: readonly Answered[];
}

/** Fewer folds than the bot's own training, for the time it takes; the thresholds are a little more cautious for it. */
const FOLDS = 2;

const HEAD = ['without', 'top-1', 'answered rightly', 'one click', 'top-1 misspelt', 'wrong', 'near', 'far'];

/** Prints a row as soon as it is known, since training all of them takes half an hour. The intervals are against the whole model. */
export function ablate(data: TrainingData): void {
  const whole = run(data, []);
  say('Without one part at a time, on three groups of left-out voices; difference to the whole model with half its 95 % interval, points', table(HEAD, [row('(nothing)', whole, whole)]));
  for (const part of PARTS) say(table(HEAD, [row(part, whole, run(data, [part]))]));
}

function run(data: TrainingData, without: readonly Part[]): Run {
  const models = trainWithoutGroups(data, { folds: FOLDS, without: new Set(without) });
  const read = (noise: typeof misspelt | null): Answered[] =>
    models.flatMap(({ model, questions }) => askOnce(noise === null ? questions : noise(questions), createUnderstander(model), model.kinds));
  return { plain: read(null), misspelt: read(misspelt) };
}

function row(name: string, before: Run, after: Run): string[] {
  const isBest = (one: Answered): boolean => best(one) === one.truth;
  const answers = after.plain.filter(answeredAtAll);
  const outside = (test: (label: string) => boolean): string => {
    const some = after.plain.filter(({ question, truth }) => truth === NONE && test(question.label));
    return percent(some.filter(answeredAtAll).length, some.length);
  };
  return [
    name,
    compared(before.plain, after.plain, isBest),
    compared(before.plain, after.plain, answeredRightly),
    compared(before.plain, after.plain, (one) => answeredRightly(one) || offered(one)),
    compared(before.misspelt, after.misspelt, isBest),
    percent(answers.filter((one) => !answeredRightly(one)).length, answers.length),
    outside((label) => label !== NONE),
    outside((label) => label === NONE),
  ];
}

/** In scope: "87.6 (-0.4 ± 0.3)". */
function compared(before: readonly Answered[], after: readonly Answered[], test: (one: Answered) => boolean): string {
  const hits = (answered: readonly Answered[]): boolean[] => answered.filter(({ truth }) => truth !== NONE).map(test);
  const [old, now] = [hits(before), hits(after)];
  const { difference, half } = pairedDifference(old, now);
  return `${percent(now.filter(Boolean).length, now.length)} (${difference < 0 ? '' : '+'}${(100 * difference).toFixed(1)} ± ${(100 * half).toFixed(1)})`;
}
