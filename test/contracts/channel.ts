/**
 * What every channel with people in it promises: the conversations of the scripts read the same there. The scripts are
 * those without a logged-in person, a clock that is moved, or a request to another system: those differ by the setting.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scriptNames, SCRIPTS } from '../conversations/play.ts';
import { parseScript } from '../conversations/script.ts';

/** A person in a new conversation of the channel, before anything has been said. */
export interface Visitor {
  /** Opens the chat; the bot welcomes. */
  join(): Promise<void>;
  say(text: string): Promise<void>;
  /** Presses the button with this id. */
  choose(choice: string): Promise<void>;
  /** What the bot has said, all replies to everything until now. */
  heard(): Promise<readonly string[]>;
}

const SETTING = /^@/m;
const REQUEST = /^= (?:openTicket|blockCard|settled)/m;

function textOf(name: string): string {
  return readFileSync(join(SCRIPTS, name), 'utf8');
}

/** `words`: what of the rows counts, where a channel has its own way to show some of them. */
export function channelPromises(visit: (name: string) => Promise<Visitor>, words: (rows: readonly string[]) => readonly string[] = (rows) => rows): void {
  const names = scriptNames().filter((name) => !SETTING.test(textOf(name)) && !REQUEST.test(textOf(name)));

  it('plays twenty scripts or more', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it.each(names)('reads as in %s', async (name) => {
    const visitor = await visit(name);
    const { lines } = parseScript(textOf(name));
    await visitor.join();
    for (const { line } of lines) await (line.choice === undefined ? visitor.say(line.text ?? '') : visitor.choose(line.choice));
    const heard = (await visitor.heard()).join('\n').split('\n').map((row) => row.trimEnd());
    expect(words(heard)).toEqual(words(botRows(textOf(name))));
  });
}

/** The bot's half of a script, line by line. */
function botRows(script: string): readonly string[] {
  return script.split('\n').filter((row) => row.startsWith('<')).map((row) => row.slice(1).trim());
}
