/** Questions that nothing was trained, tuned or worded on: each file by authors of its own, "- (style) message". */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseVoice } from '../../intents/corpus.ts';
import type { Utterance } from '../../intents/corpus.ts';

export interface Question extends Utterance {
  readonly style: string;
}

export interface DoubleQuestion {
  readonly text: string;
  readonly needs: readonly [string, string];
}

export async function loadQuestions(path: string): Promise<readonly Question[]> {
  const { utterances } = parseVoice(await readFile(path, 'utf8'), basename(path));
  return utterances.map((utterance) => {
    const [, style = 'plain', text = utterance.text] = /^\(([a-z-]+)\) (.*)$/.exec(utterance.text) ?? [];
    return { ...utterance, style, text };
  });
}

/** Lines "- label + label | message". */
export async function loadDoubleQuestions(path: string): Promise<readonly DoubleQuestion[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const [, first, second, text] = /^- ([a-z-]+) \+ ([a-z-]+) \| (.*)$/.exec(line) ?? [];
    return first === undefined || second === undefined || text === undefined ? [] : [{ text, needs: [first, second] as const }];
  });
}
