/** Cutting a message into its parts. Positions are those of the text in NFC, as in fold.ts. */
import { BREAK } from './contact-words.ts';
import { fold } from './fold.ts';

export interface Segment {
  readonly text: string;
  /** Position in the whole text. */
  readonly start: number;
}

/** The parts between commas, semicolons, line breaks and gaps, trimmed. */
export function segmentsOf(text: string): readonly Segment[] {
  return [...text.matchAll(/[^,;\n…]+/gu)].map((match) => {
    const trimmed = match[0].trim();
    return { text: trimmed, start: match.index + match[0].indexOf(trimmed) };
  }).filter((segment) => segment.text !== '');
}

/** The text up to a word that begins something else ("och", "i morse", "tel"). */
export function beforeBreak(text: string): string {
  return text.slice(0, BREAK.exec(fold(text))?.index ?? text.length).replace(/[\s.!]+$/u, '');
}

/** The text without what was matched. */
export function without(text: string, match: RegExpExecArray): string {
  return cut(text, match.index, match.index + match[0].length);
}

/** Leaves a comma where something was taken out, so that its neighbours do not grow together. */
export function cut(text: string, from: number, to: number): string {
  return `${text.slice(0, from)},${text.slice(to)}`.replace(/(?:\s*,)+/gu, ',').replace(/^[\s,]+|[\s,]+$/gu, '');
}
