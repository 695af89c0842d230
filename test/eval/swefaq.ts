/**
 * Matching questions to the answers of a FAQ for which no example question exists: the development part of SweFAQ
 * (benchmarks/README.md says whose it is). One question at a time; only the answers of its own FAQ are known.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { indexDocuments } from '../../intents/retrieval.ts';
import type { Terms } from '../../intents/retrieval.ts';
import { stemsOf } from './baselines.ts';
import { wilson } from './statistics.ts';
import { table } from './table.ts';

const FILE = join(import.meta.dirname, 'benchmarks/swefaq_dev.jsonl');

const Matching = z.object({ category_id: z.number(), question: z.string(), candidate_answers: z.array(z.string()).min(1), label: z.int() });
export type Matching = z.infer<typeof Matching>;

/** Throws `ZodError` or `SyntaxError` where a line is not a question with its answers. */
export async function loadSweFaq(path: string = FILE): Promise<readonly Matching[]> {
  return (await readFile(path, 'utf8')).split('\n').flatMap((line) => (line === '' ? [] : [Matching.parse(JSON.parse(line))]));
}

/** The questions that are matched to their answer when terms are counted in this way. */
export function matched(questions: readonly Matching[], terms?: Terms): readonly Matching[] {
  const faqs = Map.groupBy(questions, ({ category_id }) => category_id);
  return [...faqs.values()].flatMap((faq) => {
    const retrieve = indexDocuments(faq[0]?.candidate_answers ?? [], terms);
    return faq.filter(({ question, label }) => {
      const scores = retrieve(question);
      return scores.indexOf(Math.max(...scores)) === label;
    });
  });
}

export async function sweFaqReport(): Promise<string> {
  const questions = await loadSweFaq();
  const random = questions.reduce((sum, { candidate_answers }) => sum + 1 / candidate_answers.length, 0);
  const rows = [
    { name: 'the answer index (BM25 over runs of 3-5 characters)', hits: matched(questions).length },
    { name: 'BM25 over word stems', hits: matched(questions, stemsOf).length },
    { name: 'guessing', hits: random },
  ].map(({ name, hits }) => {
    const { share, low, high } = wilson(hits, questions.length);
    return [name, ...[share, low, high].map((value) => (100 * value).toFixed(1))];
  });
  return `SweFAQ 2.0, development part: ${questions.length} questions without examples, per cent matched to their answer\n${table(['', 'matched', '95 % from', 'to'], rows)}`;
}
