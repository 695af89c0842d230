/** The bot's Markdown as plain text: lists keep their numbers, links their addresses. */
import { renderMarkdown } from './markdown.ts';

export function plainText(markdown: string): string {
  const { body } = new DOMParser().parseFromString(renderMarkdown(markdown), 'text/html');
  return textOf(body).replace(/\n{3,}/gu, '\n\n').trim();
}

function textOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const inside = [...node.childNodes].map(textOf).join('');
  switch (node.localName) {
    case 'br':
      return '\n';
    case 'p':
      return `${inside}\n\n`;
    case 'ol':
    case 'ul':
      return `${[...node.children].map((item, index) => `${node.localName === 'ol' ? `${index + 1}.` : '-'} ${textOf(item).trim()}`).join('\n')}\n\n`;
    case 'a':
      return withAddress(inside, node.getAttribute('href') ?? '');
    default:
      return inside;
  }
}

function withAddress(text: string, href: string): string {
  return /^https?:/u.test(href) && href !== text ? `${text} (${href})` : text;
}
