/** The page's HTML. It says what to do about a lost card before, and without, any script. Pure. */
import type { Language } from '../../conversation/types.ts';
import { dialling, escape } from './html.ts';
import { pageText as english } from './page-text.en.ts';
import { pageText as swedish, type ServicedeskNumbers } from './page-text.sv.ts';

/** What a visitor's address asks for. */
export interface PageView {
  readonly language: Language;
  /** A topic that a new conversation begins with, and the question that stands for it. */
  readonly topic: { readonly id: string; readonly label: string } | null;
  /** In the widget, whose own bar says its name. */
  readonly isEmbedded: boolean;
}

export interface PageParts extends PageView {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  /** For the style sheets that Web Chat makes at run time. */
  readonly nonce: string;
  /** Origins that the page takes messages from when one of theirs holds it in a frame. */
  readonly hosts: readonly string[];
  readonly servicedesk: ServicedeskNumbers;
  /** A chat that nobody uses is cleared after so long. */
  readonly idleMinutes: number;
}

export function pageHtml(parts: PageParts): string {
  const { language, script, style, icon, isEmbedded } = parts;
  const { title } = textIn(language);
  return `<!doctype html>
<html lang="${language}"${isEmbedded ? ' class="embedded"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="icon" type="image/svg+xml" href="${escape(icon)}">
<link rel="stylesheet" href="${escape(style)}">
<script type="module" src="${escape(script)}"></script>
</head>
<body>
${header(parts)}
${main(parts)}
${footer(parts)}
</body>
</html>
`;
}

function header({ language, servicedesk, isEmbedded }: PageParts): string {
  const { heading, bot, privacy, tools, save, restart, end, otherLanguage, lost } = textIn(language);
  const other = language === 'sv' ? 'en' : 'sv';
  return `<header>
<h1>${heading.map((part) => `<span>${escape(part)}</span>`).join(' ')}</h1>
<a id="language" href="/?lang=${other}${isEmbedded ? '&amp;embedded' : ''}" lang="${other}" hreflang="${other}">${escape(otherLanguage)}</a>
<p id="about">${escape(bot)} ${escape(privacy)}</p>
<div id="tools" role="group" aria-label="${escape(tools)}" hidden>
<button id="save" type="button">${escape(save)}</button>
<button id="restart" type="button">${escape(restart)}</button>
<button id="end" type="button">${escape(end)}</button>
</div>
<p id="lost">${dialling(lost(servicedesk), servicedesk)}</p>
</header>`;
}

function main({ language, nonce, hosts, topic, servicedesk, idleMinutes }: PageParts): string {
  const { broken, expired, chatLabel, noScript } = textIn(language);
  const steps = noScript.steps(servicedesk).map((step) => `<li>${dialling(step, servicedesk)}</li>`);
  const topicData = topic === null ? '' : ` data-topic="${escape(topic.id)}" data-topic-label="${escape(topic.label)}"`;
  return `<main>
<div id="problem" role="alert" data-broken="${escape(broken(servicedesk))}" data-expired="${escape(expired(servicedesk))}"></div>
<div id="notice" role="status"></div>
<div id="idle" role="alert"></div>
<div id="ended" role="status"></div>
<div id="chat" aria-label="${escape(chatLabel)}" role="region" data-nonce="${escape(nonce)}" data-idle-minutes="${idleMinutes}" data-hosts="${escape(hosts.join(' '))}"${topicData}></div>
<noscript>
<h2>${escape(noScript.heading)}</h2>
<ol>${steps.join('')}</ol>
<p><a href="/hjalp">${escape(noScript.help)}</a></p>
</noscript>
</main>`;
}

/** Shown whatever happens to the chat. In a frame a link would take its place. */
function footer({ language, isEmbedded }: PageParts): string {
  const links = textIn(language).links.map(({ href, label }) => `<a href="${href}"${isEmbedded ? ' target="_blank"' : ''}>${escape(label)}</a>`);
  return `<footer>${links.join('\n')}</footer>`;
}

function textIn(language: PageParts['language']): typeof swedish {
  return language === 'en' ? english : swedish;
}
