/** What is left of the understanding when every message is spoilt by one kind of slip. */
import { createUnderstander } from '../../intents/understander.ts';
import { NOISES } from '../noise/kinds.ts';
import { perturb } from '../noise/noise.ts';
import type { Noise } from '../noise/noise.ts';
import type { Question } from './held-out.ts';
import type { LeftOutModel } from './left-out.ts';
import { askOnce, figures } from './measures.ts';
import { say } from './report.ts';
import { table } from './table.ts';

const SEED = 1_125;
const FIGURES = ['in scope', 'top-1', 'answered rightly', 'one click', 'wrong of answers', 'near answered', 'far answered'];
/** Slips that spoil words, so that a misspelling shows whether it can be mended. */
const MISSPELLINGS = ['keyboard slips', 'swapped letters', 'dropped consonants', 'doubled consonants', 'split compounds'];

/** Each question with a slip of the next kind of misspelling. */
export function misspelt(questions: readonly Question[]): Question[] {
  return questions.map((question, index) => spoilt(question, NOISES[MISSPELLINGS[index % MISSPELLINGS.length] ?? '']));
}

/** One row a kind of slip, over the questions of all the models. */
export function reportNoise(title: string, models: readonly LeftOutModel[]): void {
  const understanders = models.map(({ model, questions }) => ({ model, questions, understander: createUnderstander(model) }));
  const rows = [['none', undefined] as const, ...Object.entries(NOISES)].map(([name, noise]) => {
    const answered = understanders.flatMap(({ model, questions, understander }) => askOnce(questions.map((question) => spoilt(question, noise)), understander, model.kinds));
    const all = figures(answered);
    return [name, ...FIGURES.map((figure) => all[figure] ?? '')];
  });
  say(title, table(['slips', ...FIGURES], rows));
}

function spoilt(question: Question, noise: Noise | undefined): Question {
  return noise === undefined ? question : { ...question, text: perturb(question.text, noise, SEED) };
}
