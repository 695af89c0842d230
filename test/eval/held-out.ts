/** Questions that nothing was trained, tuned or worded on: each file by authors of its own, "- (style) message". */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { corpusFaults } from '../../intents/corpus-check.ts';
import { parseVoice } from '../../intents/corpus.ts';
import type { Utterance, Voice } from '../../intents/corpus.ts';

export interface Question extends Utterance {
  readonly style: string;
}

export interface DoubleQuestion {
  readonly text: string;
  readonly needs: readonly [string, string];
}

/** The questions of one file. */
export interface QuestionSet<Q> {
  readonly name: string;
  readonly questions: readonly Q[];
}

export interface HeldOut {
  readonly singles: readonly QuestionSet<Question>[];
  readonly doubles: readonly QuestionSet<DoubleQuestion>[];
  /** How many questions were left out since the corpus has them too. */
  readonly known: number;
}

/** Every heldout-*.md and two-needs*.md of a folder, without what also stands in the corpus. */
export async function loadHeldOut(folder: string, corpus: readonly Voice[]): Promise<HeldOut> {
  const files = (await readdir(folder)).sort();
  const load = async <Q>(pattern: RegExp, read: (content: string, file: string) => readonly Q[]): Promise<QuestionSet<Q>[]> =>
    Promise.all(files.filter((file) => pattern.test(file)).map(async (file) => ({ name: basename(file, '.md'), questions: read(await readFile(join(folder, file), 'utf8'), file) })));
  const [singles, doubles] = [await load(/^heldout-.*\.md$/, parseQuestions), await load(/^two-needs.*\.md$/, parseDoubleQuestions)];

  const all = [...singles, ...doubles].flatMap(({ name, questions }) => questions.map(({ text }) => ({ text, set: name })));
  const leaks = new Set(corpusFaults(corpus, all).flatMap(({ kind, text }) => (kind === 'leak' ? [text] : [])));
  const unknown = <Q extends { readonly text: string }>({ name, questions }: QuestionSet<Q>): QuestionSet<Q> => ({ name, questions: questions.filter(({ text }) => !leaks.has(text)) });
  return { singles: singles.map(unknown), doubles: doubles.map(unknown), known: all.filter(({ text }) => leaks.has(text)).length };
}

/** The questions of one file, those that the corpus has among them. */
export async function loadQuestions(path: string): Promise<readonly Question[]> {
  return parseQuestions(await readFile(path, 'utf8'), basename(path));
}

function parseQuestions(content: string, file: string): readonly Question[] {
  return parseVoice(content, file).utterances.map((utterance) => {
    const [, style = 'plain', text = utterance.text] = /^\(([a-z-]+)\) (.*)$/.exec(utterance.text) ?? [];
    return { ...utterance, style, text };
  });
}

/** Lines "- label + label | message". */
function parseDoubleQuestions(content: string): readonly DoubleQuestion[] {
  return content.split('\n').flatMap((line) => {
    const [, first, second, text] = /^- ([a-z-]+) \+ ([a-z-]+) \| (.*)$/.exec(line) ?? [];
    return first === undefined || second === undefined || text === undefined ? [] : [{ text, needs: [first, second] as const }];
  });
}
