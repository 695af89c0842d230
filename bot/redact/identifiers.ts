/** Finds machine-made identifiers whose digits only look like numbers. */
import type { Span } from './fold.ts';

/** GUIDs (RFC 9562) and hashes: 32 hexadecimal characters and more. */
const IDENTIFIER = /(?<![\p{L}\d-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,})(?![\p{L}\d-])/giu;

/** Spans in order. */
export function findIdentifiers(text: string): Span[] {
  return Array.from(text.matchAll(IDENTIFIER), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
