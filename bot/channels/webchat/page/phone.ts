/** Telephone numbers that dial. A short internal number is left as it is: it leads nowhere but inside the house. */

/** Swedish numbers with an area code and a hyphen, as they are written here: 0776-730000, 046-17 30 00. */
const NUMBER = /(?<![\d-])0\d{1,3}-\d[\d ]{3,9}\d(?!\d)/gu;

interface Part {
  readonly text: string;
  /** RFC 3966: tel:+46776730000. Null for what is no number. */
  readonly href: string | null;
}

/** The text in order, cut where a number begins and ends. */
export function splitAtNumbers(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: number, href: `tel:+46${number.replace(/\D/gu, '').slice(1)}` });
    from = index + number.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}
