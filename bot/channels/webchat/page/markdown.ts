/** Renders the bot's Markdown. markdown-it escapes HTML and refuses javascript: and data: links by itself. */
import MarkdownIt from 'markdown-it';

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

export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
