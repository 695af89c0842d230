import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language, Reply } from '../../dialogs/dialog.ts';
import { diagramPage } from './mermaid.ts';
import { subjects } from './subjects.ts';
import { END } from './walk.ts';
import type { Node, Transition, Walk } from './walk.ts';

const ASKS_FOR_SECRET: Record<Language, RegExp> = {
  sv: /(?<!\p{L})(skriv|ange|uppge|skicka).{0,40}(pin|puk|kod|personnummer|lösenord)/iu,
  en: /(?<!\p{L})(write|enter|type|state|send|give).{0,40}(pin|puk|code|personnummer|personal number|password)/iu,
};
const NEVER: Record<Language, RegExp> = { sv: /inte|aldrig/iu, en: /\bnot\b|never/iu };
const SAYS_BLOCKED = /kortet är (nu )?spärrat|card is (now )?blocked/iu;

/** The buttons that send something out, pressed or typed. */
const CONSENTS = ['yes', 'again-yes'];

describe.each(subjects)('the dialog $name, walked through', ({ name, walk }) => {
  const walked = walk();
  const nodes = [...walked.nodes.values()];
  const asking = nodes.filter((node): node is Node & { question: Reply } => node.question !== null);

  it('is walked in Swedish and in English', () => {
    expect(new Set(asking.map(({ language }) => language))).toEqual(new Set(['sv', 'en']));
  });

  it('has a question with distinct, short buttons in every state', () => {
    const faulty = asking.filter(({ question: { text, choices = [] } }) =>
      text.trim() === '' || new Set(choices.map(({ id }) => id)).size < choices.length || choices.some(({ label }) => label.trim() === '' || label.length > 40));
    expect(faulty).toEqual([]);
  });

  it('gives no typed form to two buttons of one question', () => {
    const faulty = asking.flatMap(({ question: { choices = [] } }) => repeated(choices.flatMap(({ label, typed = [] }) => [...new Set([label.toLowerCase(), ...typed])])));
    expect([...new Set(faulty)]).toEqual([]);
  });

  it('keeps every state whole through storage', () => {
    expect(nodes.filter(({ survivesStorage }) => !survivesStorage)).toEqual([]);
  });

  it('has a way to the end from every state', () => {
    const leading = keysLeadingToAnEnd(walked);
    expect(asking.map(({ key }) => key).filter((key) => !leading.has(key))).toEqual([]);
  });

  it('understands every button that it offers', () => {
    expect(walked.transitions.filter(({ cause, then }) => cause === 'choice' && then === 'misunderstood').map(arrow)).toEqual([]);
  });

  it('sends something out only on a clear yes', () => {
    expect(walked.transitions.filter(({ effects, choice }) => effects.length > 0 && !CONSENTS.includes(choice ?? '')).map(arrow)).toEqual([]);
  });

  it('never asks for a code, a password or a personnummer', () => {
    const asks = (text: string) => sentences(text).filter((sentence) => (['sv', 'en'] as const).some((language) => ASKS_FOR_SECRET[language].test(sentence) && !NEVER[language].test(sentence)));
    expect([...new Set(texts(walked).flatMap(({ text }) => asks(text)))]).toEqual([]);
  });

  it('says that the card is blocked only once that is confirmed', () => {
    expect(texts(walked).filter(({ text, confirmed }) => !confirmed && SAYS_BLOCKED.test(text))).toEqual([]);
  });

  it('answers every way in which an effect can end, and its delay', () => {
    const answers = walked.transitions.filter(({ cause }) => cause === 'settled' || cause === 'late');
    expect(answers.filter(({ said, then }) => then === 'misunderstood' || said.every(({ text }) => text.trim() === '')).map(arrow)).toEqual([]);
    const awaiting = nodes.filter(({ question }) => question === null).map(({ key }) => key);
    const causes = awaiting.map((key) => answers.filter(({ from }) => from === key).map(({ label }) => label));
    expect(causes.filter((labels) => !labels.includes('late') || !labels.includes('failed'))).toEqual([]);
  });

  it('is drawn as it is: run "node test/dialogs/draw.ts" after a change', () => {
    expect(readFileSync(join(import.meta.dirname, `../../docs/dialogs/${name}.md`), 'utf8')).toBe(diagramPage(walked));
  });
});

function texts(walked: Walk): readonly { readonly text: string; readonly confirmed: boolean }[] {
  const questions = [...walked.nodes.values()].flatMap(({ question }) => (question === null ? [] : [question]));
  const asked = questions.flatMap(textsOf).map((text) => ({ text, confirmed: false }));
  const said = walked.transitions.flatMap((transition) => transition.said.flatMap(textsOf).map((text) => ({ text, confirmed: isConfirmedBlock(transition) })));
  return [...asked, ...said];
}

function isConfirmedBlock({ cause, label }: Transition): boolean {
  return cause === 'settled' && label === 'blocked';
}

function textsOf({ text, choices = [], card }: Reply): readonly string[] {
  return [text, ...choices.map(({ label }) => label), ...(card === undefined ? [] : [card.title, ...card.facts.map(({ label, value }) => `${label}: ${value}`)])];
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+|\n+/u);
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Backwards from the ends; a dialog that waits for an effect has left the floor, which is an end too. "Back" is no progress. */
function keysLeadingToAnEnd({ nodes, transitions }: Walk): ReadonlySet<string> {
  const leading = new Set([...nodes.values()].filter(({ question }) => question === null).map(({ key }) => key));
  const forward = transitions.filter(({ cause }) => cause === 'choice' || cause === 'typed');
  for (let size = -1; size < leading.size;) {
    size = leading.size;
    for (const { from, to } of forward) if (to === END || to.startsWith('switch:') || leading.has(to)) leading.add(from);
  }
  return leading;
}

function arrow({ from, to, label }: Transition): string {
  return `${from} --${label}--> ${to}`;
}
