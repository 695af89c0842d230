/** A page of text: no script, no file besides itself, readable on anything. Pure. */
import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import type { Language } from '../../../conversation/types.ts';
import { escape, telephoneLink } from '../html.ts';
import type { ServicedeskNumbers } from '../page-text.sv.ts';

export interface TextPage {
  readonly language: Language;
  readonly title: string;
  /** Without its title. */
  readonly markdown: string;
  /** To the chat, and to the other pages. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

const style = `
:root{color-scheme:light dark;--ink:#1b2b33;--paper:#fff;--wash:#eef4f5;--accent:#0b5568;--line:#c5d3d7}
@media(prefers-color-scheme:dark){:root{--ink:#e8eff1;--paper:#10191d;--wash:#1b282e;--accent:#8fd3e6;--line:#3d525b}}
body{max-width:42rem;margin:0 auto;padding:1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 'Segoe UI',system-ui,sans-serif;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.25}
h2{margin:2rem 0 .5rem;font-size:1.25rem;line-height:1.3}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:3px solid;outline-offset:2px}
blockquote{margin:1.5rem 0;padding:.5rem 1.25rem;border-left:.375rem solid var(--accent);background:var(--wash);font-size:1.25rem}
blockquote a{font-weight:700}
li{margin:.25rem 0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line)}
footer a{display:inline-block;margin-right:1.5rem;padding:.25rem 0}
@media print{footer{display:none}}
`;

/** Content Security Policy Level 3: the one style that stands in the page, and nothing else at all. */
export const textPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

// What is written as HTML is shown as it is written; markdown-it refuses javascript: and data: links by itself.
const markdownIt = new MarkdownIt({ html: false });

export function textPageHtml({ language, title, markdown, links }: TextPage, servicedesk: ServicedeskNumbers): string {
  const footer = links.map(({ href, label }) => `<a href="${escape(href)}">${escape(label)}</a>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${markdownIt.render(withDialling(markdown, servicedesk))}</main>
<footer>${footer.join('\n')}</footer>
</body>
</html>
`;
}

/** The external number as a link that dials. The internal one is dialled from inside only. */
function withDialling(markdown: string, { external }: ServicedeskNumbers): string {
  return markdown.replaceAll(external, `[${external}](${telephoneLink(external)})`);
}
