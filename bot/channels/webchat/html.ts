/** HTML of text that somebody wrote. */
import type { ServicedeskNumbers } from './page-text.sv.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for attribute values in quotes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The text with the external number as a link that dials (RFC 3966). The internal one is dialled from inside only. */
export function dialling(text: string, { external }: ServicedeskNumbers): string {
  return escape(text).replaceAll(escape(external), `<a href="${telephoneLink(external)}">${escape(external)}</a>`);
}

/** A Swedish number as a global one: tel:+46... */
export function telephoneLink(number: string): string {
  return `tel:+46${number.replace(/\D/g, '').slice(1)}`;
}
