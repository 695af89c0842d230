/** The page's HTML. It says what to do about a lost card before, and without, any script. Pure. */
import { pageText, type ServicedeskNumbers } from './page-text.sv.ts';

export interface PageParts {
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  /** For the style sheets that Web Chat makes at run time. */
  readonly nonce: string;
  readonly servicedesk: ServicedeskNumbers;
}

export function pageHtml({ script, style, icon, nonce, servicedesk }: PageParts): string {
  const { title, heading, bot, restart, privacy, chatLabel, noScript } = pageText;
  const steps = noScript.steps(servicedesk).map((step) => `<li>${escape(step)}</li>`);
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" type="image/svg+xml" href="${escape(icon)}">
<link rel="stylesheet" href="${escape(style)}">
<script type="module" src="${escape(script)}"></script>
</head>
<body>
<header>
<div>
<h1>${heading.map((part) => `<span>${escape(part)}</span>`).join(' ')}</h1>
<p>${escape(bot)} ${escape(privacy)}</p>
</div>
<button id="restart" type="button" hidden>${escape(restart)}</button>
</header>
<p id="lost">${escape(pageText.lost(servicedesk))}</p>
<main>
<div id="problem" role="alert" data-broken="${escape(pageText.broken(servicedesk))}" data-expired="${escape(pageText.expired(servicedesk))}"></div>
<div id="chat" aria-label="${escape(chatLabel)}" role="region" data-nonce="${escape(nonce)}"></div>
<noscript>
<h2>${escape(noScript.heading)}</h2>
<ol>${steps.join('')}</ol>
</noscript>
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
