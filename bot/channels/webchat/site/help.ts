/** What to do about a lost or a locked card, from the knowledge, for whoever has no chat: no script, no login. Pure. */
import type { Language } from '../../../conversation/types.ts';
import type { ServicedeskNumbers } from '../page-text.sv.ts';
import type { TextPage } from './document.ts';
import { helpText as english } from './help.en.ts';
import { helpText as swedish } from './help.sv.ts';

/** An answer of the knowledge. */
export interface HelpTopic {
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** Where the answer comes from, as Markdown. */
  readonly source: string;
}

export function helpPage(topics: readonly HelpTopic[], servicedesk: ServicedeskNumbers, language: Language): TextPage {
  const { title, call, source, links } = language === 'en' ? english : swedish;
  const answers = topics.map((topic) => `## ${topic.question}\n\n${topic.answer}\n\n${source(topic.source)}`);
  return { language, title, links, markdown: [`> ${call(servicedesk)}`, ...answers].join('\n\n') };
}
