/**
 * The corpus of example messages. One Markdown file a voice: front matter that says who writes, then one "## label" a
 * topic and one "- message" a line. Voices were written without sight of each other, so that a voice left out of the
 * training is an honest test of it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { Language } from './reading.ts';

export interface Utterance {
  readonly text: string;
  /** Topic id or `none`. */
  readonly label: string;
  readonly voice: string;
  readonly language: Language;
}

export interface Voice {
  readonly name: string;
  readonly language: Language;
  readonly utterances: readonly Utterance[];
  /** False for a voice that was written to be misread: it teaches, but does not say how often people write so. */
  readonly judged: boolean;
}

/** A voice file that cannot be read as one. The message begins with "file:line" (the first line is 1). */
export class CorpusError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'CorpusError';
    this.file = file;
    this.line = line;
  }
}

const FrontMatter = z.object({
  voice: z.string().min(1),
  persona: z.string().min(1),
  language: z.enum(['sv', 'en']),
  written: z.iso.date(),
  provenance: z.string().min(1),
  judged: z.enum(['yes', 'no']).default('yes'),
});

/** Reads one voice file. Throws `CorpusError` where the front matter or a line does not follow the format. */
export function parseVoice(content: string, file: string): Voice {
  const lines = content.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) throw new CorpusError(file, 1, 'the file must begin with front matter between two lines of ---');
  const { voice, language, judged } = parseFrontMatter(lines.slice(1, end), file);

  const utterances: Utterance[] = [];
  let label: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (index <= end || line.trim() === '') continue;
    const heading = /^## ([a-z0-9-]+)\s*$/.exec(line)?.[1];
    const text = /^- (.*\S)\s*$/.exec(line)?.[1];
    if (heading !== undefined) label = heading;
    else if (text === undefined) throw new CorpusError(file, index + 1, 'expected "## label", "- message" or an empty line');
    else if (label === null) throw new CorpusError(file, index + 1, 'a message stands before the first "## label"');
    else utterances.push({ text, label, voice, language });
  }
  return { name: voice, language, utterances, judged: judged === 'yes' };
}

function parseFrontMatter(lines: readonly string[], file: string): z.infer<typeof FrontMatter> {
  const fields = lines.map((line, index) => {
    const field = /^([a-z]+):\s*(?:"(.*)"|(.*\S))\s*$/.exec(line);
    if (field === null) throw new CorpusError(file, index + 2, 'expected "key: value"');
    return [field[1], field[2] ?? field[3]] as const;
  });
  const parsed = FrontMatter.safeParse(Object.fromEntries(fields));
  if (!parsed.success) throw new CorpusError(file, 2, z.prettifyError(parsed.error));
  return parsed.data;
}

/** Reads every .md file of a folder, in the order of the names. */
export async function loadCorpus(folder: string): Promise<readonly Voice[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(names.map(async (name) => parseVoice(await readFile(join(folder, name), 'utf8'), basename(name))));
}
