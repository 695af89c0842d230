/** The page's HTML. It says what to do about a lost card before, and without, any script. Pure. */
import { pageText as english } from './page-text.en.ts';
import { pageText as swedish, type ServicedeskNumbers } from './page-text.sv.ts';

export interface PageParts {
  readonly language: 'sv' | 'en';
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  /** For the style sheets that Web Chat makes at run time. */
  readonly nonce: string;
  readonly servicedesk: ServicedeskNumbers;
  /** A chat that nobody uses is cleared after so long. */
  readonly idleMinutes: number;
}

export function pageHtml(parts: PageParts): string {
  const { language, script, style, icon } = parts;
  const { title } = textIn(language);
  return `<!doctype html>
<html lang="${language}">
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
</body>
</html>
`;
}

function header({ language, servicedesk }: PageParts): string {
  const { heading, bot, privacy, tools, save, restart, end, otherLanguage, lost } = textIn(language);
  const other = language === 'sv' ? 'en' : 'sv';
  return `<header>
<div id="about">
<h1>${heading.map((part) => `<span>${escape(part)}</span>`).join(' ')}</h1>
<p>${escape(bot)} ${escape(privacy)}</p>
</div>
<div id="tools" role="group" aria-label="${escape(tools)}" hidden>
<button id="save" type="button">${escape(save)}</button>
<button id="restart" type="button">${escape(restart)}</button>
<button id="end" type="button">${escape(end)}</button>
</div>
<a id="language" href="/?lang=${other}" lang="${other}" hreflang="${other}">${escape(otherLanguage)}</a>
<p id="lost">${dialling(lost(servicedesk), servicedesk)}</p>
</header>`;
}

function main({ language, nonce, servicedesk, idleMinutes }: PageParts): string {
  const { broken, expired, chatLabel, noScript } = textIn(language);
  const steps = noScript.steps(servicedesk).map((step) => `<li>${dialling(step, servicedesk)}</li>`);
  return `<main>
<div id="problem" role="alert" data-broken="${escape(broken(servicedesk))}" data-expired="${escape(expired(servicedesk))}"></div>
<div id="notice" role="status"></div>
<div id="idle" role="alert"></div>
<div id="ended" role="status"></div>
<div id="chat" aria-label="${escape(chatLabel)}" role="region" data-nonce="${escape(nonce)}" data-idle-minutes="${idleMinutes}"></div>
<noscript>
<h2>${escape(noScript.heading)}</h2>
<ol>${steps.join('')}</ol>
</noscript>
</main>`;
}

function textIn(language: PageParts['language']): typeof swedish {
  return language === 'en' ? english : swedish;
}

/** The text with the external number as a link that dials (RFC 3966). The internal one is dialled from inside only. */
function dialling(text: string, { external }: ServicedeskNumbers): string {
  const link = `<a href="tel:+46${external.replace(/\D/g, '').slice(1)}">${escape(external)}</a>`;
  return escape(text).replaceAll(escape(external), link);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
