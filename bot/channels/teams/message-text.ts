/** Texts as Teams shows them: its Markdown, its size, its notifications. Pure. */

/** Teams shows about this much of `summary` in a notification. */
const SUMMARY_CHARS = 150;

const LIST_ITEM = /^\s*(?:[-*]|\d{1,3}[.)])\s/;

/**
 * Gives every item of a list a paragraph of its own. Teams on phones draws no lists in text messages and runs lines
 * together; on computers a list with blank lines is the same list. (Teams documentation, "Format your bot messages".)
 */
export function withSeparateItems(text: string): string {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => (index > 0 && LIST_ITEM.test(line) && lines[index - 1]?.trim() !== '' ? ['', line] : [line])).join('\n');
}

/** The first words of a message, without Markdown, for the notification. */
export function summaryOf(text: string): string {
  const words = text.replaceAll('**', '').replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').split(/\s+/).join(' ').trim();
  return words.length <= SUMMARY_CHARS ? words : `${words.slice(0, SUMMARY_CHARS - 1).trimEnd()}…`;
}

/** Where a text may be cut, the best place first. */
const SEAMS = ['\n\n', '\n', ' '] as const;

/** The text in parts of at most `max` characters: cut between paragraphs, else between lines, else between words. */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = cutOf(rest, max);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

function cutOf(text: string, max: number): number {
  for (const seam of SEAMS) {
    const at = text.lastIndexOf(seam, max);
    // A seam at the very beginning would give a scrap.
    if (at > max / 2) return at;
  }
  // Not between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) ? max - 1 : max;
}
