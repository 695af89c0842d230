/** Renders the bot's Markdown. markdown-it escapes HTML and refuses javascript: and data: links by itself. */
import MarkdownIt from 'markdown-it';
import { splitAtNumbers } from './phone.ts';

/** A word whose first part is short: e-tjänstekort, PIN-kod, RS-kort. */
const SHORT_START = /(?<![\p{L}\d-])\p{L}{1,3}-\p{L}+/gu;

const markdown = new MarkdownIt({ html: false, breaks: true, linkify: false }).disable('image');

// A link must not take the visitor away from the conversation; calls and mails open outside the page anyway.
markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  const token = tokens[index];
  if (/^https?:/i.test(token?.attrGet('href') ?? '')) {
    token?.attrSet('target', '_blank');
    token?.attrSet('rel', 'noopener noreferrer');
  }
  return self.renderToken(tokens, index, options);
};

markdown.renderer.rules['text'] = (tokens, index) => {
  const { escapeHtml } = markdown.utils;
  const text = tokens[index]?.content ?? '';
  // A link in a link is none.
  if (tokens[index - 1]?.type === 'link_open') return escapeHtml(text);
  return splitAtNumbers(text)
    .map((part) => (part.href === null ? escapeHtml(part.text).replace(SHORT_START, '<span class="whole">$&</span>') : `<a href="${part.href}">${escapeHtml(part.text)}</a>`))
    .join('');
};

export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
