/**
 * Whole conversations as scripts that a content owner can read.
 *
 *   # what the conversation shows
 *   @ settle ok | fail | hold        how effects end (default ok)
 *   @ person anna "Anna Testsson"    a verified person (default: anonymous)
 *   @ advance PT30M                  time passes before the next line
 *   > typed by the user
 *   ! yes                            a button, by its id
 *   < what the bot says, a line each
 *   [ Ja | Nej ]                     its buttons
 *   = blockCard                      an effect that the turn asked for
 *   = settled blocked                how an effect ended
 */
import type { ChatLine, ChatResult } from '../../bot/channels/terminal/chat-lines.ts';
import { duration } from '../../bot/channels/terminal/duration.ts';

export interface Script {
  readonly title: string;
  readonly settle: 'ok' | 'fail' | 'hold';
  readonly lines: readonly { readonly source: readonly string[]; readonly line: ChatLine }[];
}

const CONVERSATION = 'script';

/** Reads the user's half of a script; what the bot said is made anew. Throws on a line of no known kind. */
export function parseScript(text: string): Script {
  let settle: Script['settle'] = 'ok';
  let title = '';
  let person: ChatLine['person'];
  let advance = 0;
  let source: string[] = [];
  const lines: { source: string[]; line: ChatLine }[] = [];
  const add = (words: Pick<ChatLine, 'text' | 'choice'>): void => {
    lines.push({ source, line: { conversation: CONVERSATION, ...words, ...(person === undefined ? {} : { person }), ...(advance === 0 ? {} : { advance }) } });
    source = [];
    advance = 0;
  };
  for (const [index, row] of text.split('\n').entries()) {
    const mark = row.charAt(0);
    const rest = row.slice(2).trim();
    if ('@>!#'.includes(mark) && mark !== '') source.push(row);
    if (mark === '#') title ||= rest;
    else if (mark === '>') add({ text: rest });
    else if (mark === '!') add({ choice: rest });
    else if (mark === '@') {
      const [command = '', value = ''] = rest.split(/ (.*)/);
      if (command === 'settle' && (value === 'ok' || value === 'fail' || value === 'hold')) settle = value;
      else if (command === 'advance') advance = duration.parse(value);
      else if (command === 'person') person = personOf(value);
      else throw new Error(`line ${index + 1}: unknown setting "${rest}"`);
    } else if (row.trim() !== '' && !'<[='.includes(mark)) throw new Error(`line ${index + 1}: "${row}" is of no known kind`);
  }
  return { title, settle, lines };
}

function personOf(value: string): NonNullable<ChatLine['person']> {
  const match = /^(\S+) "([^"]+)"$/.exec(value);
  if (match === null) throw new Error(`"${value}" is not a person; write: anna "Anna Testsson"`);
  return { id: match[1] ?? '', name: match[2] ?? '', verified: true };
}

/** The script as it reads with these results of its lines. */
export function writeScript(script: Script, results: readonly ChatResult[]): string {
  const blocks = script.lines.map(({ source }, index) => {
    const result = results[index];
    return [...source, ...(result === undefined ? [] : resultRows(result))].join('\n');
  });
  return `${blocks.join('\n')}\n`;
}

function resultRows({ replies, effects, settled }: ChatResult): readonly string[] {
  return [
    ...replies.flatMap(({ text, choices }) => [...text.split('\n').map((line) => `< ${line}`.trimEnd()), ...(choices.length === 0 ? [] : [`[ ${choices.map(({ label }) => label).join(' | ')} ]`])]),
    ...effects.map(({ kind }) => `= ${kind}`),
    ...settled.map(({ ok, outcome }) => `= settled ${ok ? outcome : 'failed'}`),
    '',
  ];
}
