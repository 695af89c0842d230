/** Words that people wrote, made safe to stand in the bot's own Markdown: they show as typed, and link and format nothing. */

const SPECIAL = /[\\`*[\]<>]/gu;

/** One line; control characters and runs of white space become a space. (CommonMark 0.31, 2.4 "Backslash escapes".) */
export function literal(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim().replace(SPECIAL, (mark) => `\\${mark}`);
}
