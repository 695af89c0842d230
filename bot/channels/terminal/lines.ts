/** JSON Lines in and out (shared by `understand` and `chat --jsonl`): one line out for each line in, in the same order. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import * as z from 'zod';

/** Longest line read, in characters; a longer one is answered with an error. */
const MAX_LINE_CHARS = 1_000_000;

/** Runs `answer` on every line that `schema` accepts; any other line, and a failure, is answered with {"error"}. */
export async function answerLines<T>(input: Readable, output: Writable, schema: z.ZodType<T>, answer: (line: T) => unknown): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const result = await answerLine(line, schema, answer);
    if (!output.write(`${JSON.stringify(result)}\n`)) await once(output, 'drain');
  }
}

async function answerLine<T>(line: string, schema: z.ZodType<T>, answer: (line: T) => unknown): Promise<unknown> {
  if (line.length > MAX_LINE_CHARS) return { error: `the line is longer than ${MAX_LINE_CHARS} characters` };
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? await answer(parsed.data) : { error: z.prettifyError(parsed.error) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'the line could not be handled' };
  }
}
