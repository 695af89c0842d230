/** Cutting a message into its parts. Positions are those of the text in NFC, as in fold.ts. */
import { BREAK } from './contact-words.ts';
import { fold } from './fold.ts';

export interface Segment {
  readonly text: string;
  /** Position in the whole text. */
  readonly start: number;
}

/** What parts a message: also a gap where something was taken out, a slash between spaces, and a full stop that ends more than an abbreviation. */
const SEPARATOR = /[,;\n…]|(?:^|\s)\/(?=[\s,]|$)|(?<=\p{L}{4}|\d)\.(?=\s)/gu;

/** The parts between separators, trimmed. */
export function segmentsOf(text: string): readonly Segment[] {
  const ends = [...text.matchAll(SEPARATOR)].map(({ index, 0: mark }) => ({ end: index, next: index + mark.length }));
  const starts = [0, ...ends.map(({ next }) => next)];
  return starts.map((start, index) => {
    const part = text.slice(start, ends[index]?.end);
    return { text: part.trim(), start: start + part.length - part.trimStart().length };
  }).filter((segment) => segment.text !== '');
}

/** The text up to a word that begins something else ("och", "i morse", "tel"). */
export function beforeBreak(text: string): string {
  return text.slice(0, BREAK.exec(fold(text))?.index ?? text.length).replace(/[\s.!]+(?:(?:på|i|vid|hos|at|in)\s*)?$/u, '');
}

/** The text without what was matched. */
export function without(text: string, match: RegExpExecArray): string {
  return cut(text, match.index, match.index + match[0].length);
}

/** Leaves a comma where something was taken out, so that its neighbours do not grow together. */
export function cut(text: string, from: number, to: number): string {
  return `${text.slice(0, from)},${text.slice(to)}`.replace(/(?:\s*,)+(?:\s*\.(?=\s|$))?/gu, ',').replace(/^[\s,]+|[\s,]+$/gu, '');
}
