/** What the pages beside the web chat say: the knowledge's answers, and the facts of the configuration. */
import { renderLink } from '../knowledge/names.ts';
import type { Knowledge, Language } from '../knowledge/knowledge.ts';
import type { SiteDeps } from './channels/webchat/webchat.ts';
import type { Config } from './config.ts';

/** A lost card first: that is the most urgent. */
const HELP_TOPICS = ['card-lost', 'pin-forgotten', 'puk-forgotten'];

/** `knowledge` is read anew for each page: it may have been edited. */
export function siteContent({ operator, webchat, retention: { days } }: Config, knowledge: () => Knowledge): SiteDeps {
  return {
    help: (language) => helpTopics(knowledge(), language),
    privacy: {
      operator: operator.name,
      contact: linkTo(operator.contact ?? knowledge().rafunktionen),
      idleMinutes: webchat.idleMinutes,
      tokenMinutes: webchat.tokenTtlMinutes,
      identityMinutes: webchat.identity === null ? null : Math.ceil(webchat.identity.maxAgeSeconds / 60),
      days: { chats: days.chats, feedback: days.feedback, tickets: days.tickets, blockRequests: days['block-requests'] },
    },
  };
}

function helpTopics({ topics, links }: Knowledge, language: Language): ReturnType<SiteDeps['help']> {
  return HELP_TOPICS.flatMap((id) => {
    const topic = topics.get(id);
    if (topic === undefined) return [];
    const source = links[topic.source.link];
    return [{ question: topic.question[language], answer: topic.answer[language], source: source === undefined ? topic.source.name : renderLink(source) }];
  });
}

/** As Markdown. */
function linkTo(contact: string): string {
  return `[${contact}](${contact.includes('://') ? '' : 'mailto:'}${contact})`;
}
