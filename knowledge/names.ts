/** Replaces [[name]] in a text by what it stands for: a page with its address, or a number. */
import type { Language, NamedLink } from './knowledge.ts';

export interface Named {
  readonly links: Readonly<Record<string, NamedLink>>;
  readonly servicedesk: { readonly internal: string; readonly external: string };
  readonly rafunktionen: string;
}

const NAME = /\[\[([^\]\n]*)\]\]/g;

/** The names that a text uses, with the offset of each. */
export function namesIn(text: string): readonly { readonly name: string; readonly offset: number }[] {
  return [...text.matchAll(NAME)].map((match) => ({ name: match[1] ?? '', offset: match.index }));
}

/** Markdown for a name, or null when nothing has that name. A page without an address is its title alone. */
export function renderName(name: string, language: Language, named: Named): string | null {
  if (name === 'servicedesk') return servicedeskNumbers(language, named.servicedesk);
  if (name === 'rafunktionen') return `[${named.rafunktionen}](mailto:${named.rafunktionen})`;
  const link = named.links[name];
  return link === undefined ? null : renderLink(link);
}

export function renderLink(link: NamedLink): string {
  return link.url === null ? link.title : `[${link.title}](${link.url})`;
}

export function replaceNames(text: string, language: Language, named: Named): string {
  return text.replace(NAME, (whole, name: string) => renderName(name, language, named) ?? whole);
}

function servicedeskNumbers(language: Language, { internal, external }: Named['servicedesk']): string {
  return language === 'sv' ? `${internal} (internt) eller ${external} (externt)` : `${internal} (internal) or ${external} (external)`;
}
