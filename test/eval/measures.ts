/** What was read of each question, and the figures that are drawn from it. */
import { answerable } from '../../intents/model.ts';
import type { Kind } from '../../intents/decide.ts';
import { NONE } from '../../intents/reading.ts';
import type { Reading, Understander } from '../../intents/reading.ts';
import type { Question } from './held-out.ts';
import { auroc, mostRight, wilson } from './statistics.ts';

export interface Answered {
  readonly question: Question;
  readonly reading: Reading;
  /** The label, or `none` where the label has no answer. */
  readonly truth: string;
  readonly milliseconds: number;
}

/** The time of a question is the least of so many tries: the first ones run uncompiled, and the machine does other work. */
const ROUNDS = 4;

export type Figures = Readonly<Record<string, string>>;

export function ask(questions: readonly Question[], understander: Understander, kinds: ReadonlyMap<string, Kind>, rounds = ROUNDS): Answered[] {
  const timed = questions.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { text }] of questions.entries()) {
      const start = performance.now();
      understander.understand(text);
      timed[index] = Math.min(timed[index] ?? Infinity, performance.now() - start);
    }
  }
  return askOnce(questions, understander, kinds).map((answered, index) => ({ ...answered, milliseconds: timed[index] ?? NaN }));
}

/** The same without the times. */
export function askOnce(questions: readonly Question[], understander: Understander, kinds: ReadonlyMap<string, Kind>): Answered[] {
  return questions.map((question) => ({ question, reading: understander.understand(question.text), truth: answerable(question.label, kinds), milliseconds: NaN }));
}

export const best = ({ reading }: Answered): string => reading.candidates[0]?.intent ?? NONE;
export const answeredAtAll = ({ reading }: Answered): boolean => reading.understanding.kind === 'sure';
/** One need that is not the one meant makes the answer wrong. */
export const answeredRightly = (one: Answered): boolean => answeredAtAll(one) && one.reading.needs.every((need) => need === one.truth);
export const within = ({ reading, truth }: Answered, places: number): boolean => reading.candidates.slice(0, places).some(({ intent }) => intent === truth);
export const offered = ({ reading, truth }: Answered): boolean => reading.understanding.kind === 'torn' && reading.understanding.between.includes(truth);
const torn = ({ reading }: Answered): boolean => reading.understanding.kind === 'torn';
/** How far the message seems to be inside the bot's information. */
const belonging = ({ reading }: Answered): number => 1 - (reading.candidates.find(({ intent }) => intent === NONE)?.confidence ?? 0);

export function percent(hits: number, of: number): string {
  return of === 0 ? '-' : ((100 * hits) / of).toFixed(1);
}

const share = (answered: readonly Answered[], test: (one: Answered) => boolean): string => percent(answered.filter(test).length, answered.length);

/** The figures of one set of questions. */
export function figures(answered: readonly Answered[]): Figures {
  const inScope = answered.filter(({ truth }) => truth !== NONE);
  const near = answered.filter(({ question, truth }) => truth === NONE && question.label !== NONE);
  const far = answered.filter(({ question }) => question.label === NONE);
  const answers = answered.filter(answeredAtAll);
  const attempts = answered.filter((one) => best(one) !== NONE).map((one) => ({ confidence: one.reading.candidates[0]?.confidence ?? 0, right: best(one) === one.truth }));
  const { low, high } = wilson(inScope.filter((one) => within(one, 1)).length, inScope.length);
  return {
    questions: `${answered.length}`,
    'in scope': `${inScope.length}`,
    'top-1': share(inScope, (one) => within(one, 1)),
    '95 %': inScope.length === 0 ? '-' : `${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)}`,
    'top-3': share(inScope, (one) => within(one, 3)),
    'answered rightly': share(inScope, answeredRightly),
    'one click': share(inScope, (one) => answeredRightly(one) || offered(one)),
    'lists with it': share(inScope.filter(torn), offered),
    'wrong of answers': share(answers, (one) => !answeredRightly(one)),
    'cover at 1 %': percent(mostRight(attempts, 0.01), inScope.length),
    'cover at 2 %': percent(mostRight(attempts, 0.02), inScope.length),
    'near answered': share(near, answeredAtAll),
    'far answered': share(far, answeredAtAll),
    'topic named': share(near, ({ reading, question }) => reading.understanding.kind === 'lost' && reading.understanding.topic === question.label),
    'AUROC near': inScope.length * near.length === 0 ? '-' : auroc(inScope.map(belonging), near.map(belonging)).toFixed(3),
    'AUROC far': inScope.length * far.length === 0 ? '-' : auroc(inScope.map(belonging), far.map(belonging)).toFixed(3),
    language: share(answered, ({ reading, question }) => reading.language === question.language),
  };
}

/** The commonest mistakes: what was meant, what was read, how often. */
export function confusions(answered: readonly Answered[], most: number): string[][] {
  const wrong = answered.filter((one) => best(one) !== one.truth);
  const pairs = Map.groupBy(wrong, (one) => `${one.question.label} > ${best(one)}`);
  return [...pairs].sort(([, a], [, b]) => b.length - a.length).slice(0, most).map(([pair, ones]) => [pair, `${ones.length}`]);
}
