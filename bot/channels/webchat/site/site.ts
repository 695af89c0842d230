/** The pages beside the chat: help without it, what is kept of visitors, and the accessibility statement. */
import type { Request, Server } from 'restify';
import type { Language } from '../../../conversation/types.ts';
import { getOrHead, sendBytes } from '../http-files.ts';
import type { ServicedeskNumbers } from '../page-text.sv.ts';
import { accessibilityPage } from './accessibility.sv.ts';
import { type TextPage, textPageHtml, textPagePolicy } from './document.ts';
import { helpPage, type HelpTopic } from './help.ts';
import { type PrivacyFacts, privacyPage } from './privacy.sv.ts';

export interface SiteDeps {
  /** What to do about a lost card, then about a locked one; read anew for each request. */
  readonly help: (language: Language) => readonly HelpTopic[];
  readonly privacy: PrivacyFacts;
}

/** Puts them at /hjalp, /integritet and /tillganglighet. */
export function mountSite(server: Server, { help, privacy }: SiteDeps, servicedesk: ServicedeskNumbers): void {
  const pages: Readonly<Record<string, (language: Language) => TextPage>> = {
    '/hjalp': (language) => helpPage(help(language), servicedesk, language),
    '/integritet': () => privacyPage(privacy),
    '/tillganglighet': () => accessibilityPage({ operator: privacy.operator, contact: privacy.contact, servicedesk }),
  };
  for (const [path, page] of Object.entries(pages)) {
    getOrHead(server, path, async (request, response) => {
      await sendBytes(response, Buffer.from(textPageHtml(page(languageOf(request)), servicedesk)), {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': textPagePolicy,
      });
    });
  }
}

function languageOf(request: Request): Language {
  return new URLSearchParams(request.getQuery()).get('lang') === 'en' ? 'en' : 'sv';
}
