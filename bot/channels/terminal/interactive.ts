/** A conversation in a terminal. Choices are numbered; a number, a label or free text picks one. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { ChatResult } from './chat-lines.ts';
import type { Session } from './session.ts';

const CONVERSATION = 'terminal';

/** Talks until the input ends. */
export async function talkInTerminal(session: Session, input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input, output, prompt: '> ' });
  show(await session.answer({ conversation: CONVERSATION, advance: 0 }), output);
  lines.prompt();
  for await (const text of lines) {
    show(await session.answer({ conversation: CONVERSATION, text }), output);
    lines.prompt();
  }
}

function show({ replies }: ChatResult, output: Writable): void {
  for (const { text, choices } of replies) {
    const buttons = choices.map(({ label }, index) => `  ${index + 1}. ${label}`);
    output.write(`\n${[text, ...buttons].join('\n')}\n`);
  }
  output.write('\n');
}
