/** The wording of the web chat's page in English. */
import type { PageText } from './page-text.sv.ts';

export const pageText: PageText = {
  title: 'Ask about the e-tjänstekort',
  heading: ['Ask about the', 'e-tjänstekort'],
  bot: 'You are writing with a bot, not with a person.',
  tools: 'The conversation',
  save: 'Save the conversation',
  restart: 'Start over',
  end: 'End and clear',
  otherLanguage: 'På svenska',
  privacy: 'Never write your PIN, PUK or personal identity number.',
  chatLabel: 'Chat',
  lost: ({ internal, external }) => `Lost your card? Block it first. Servicedesk: ${internal} (internal) or ${external} (external).`,
  broken: ({ internal, external }) =>
    `The chat does not work just now. It keeps trying by itself. Are you in a hurry, or have you lost your card? Call Servicedesk: ${internal} (internal) or ${external} (external).`,
  expired: ({ internal, external }) =>
    `It is a long time since you wrote, so the conversation has ended. Choose Start over to ask a new question. In a hurry? Call Servicedesk: ${internal} (internal) or ${external} (external).`,
  noScript: {
    heading: 'The chat needs JavaScript',
    steps: ({ internal, external }) => [
      'Have you lost your card? Block it as soon as you can, before you do anything else. The page is called Spärra ditt eTjänstekort (RS-kort).',
      `Call Servicedesk if you need help: ${internal} (internal) or ${external} (external).`,
      'Turn on JavaScript in your browser and reload the page to use the chat.',
    ],
    help: 'Read about lost and locked cards (in Swedish)',
  },
  links: [
    { href: '/hjalp?lang=en', label: 'Help without the chat' },
    { href: '/integritet', label: 'Your data (in Swedish)' },
    { href: '/tillganglighet', label: 'Accessibility (in Swedish)' },
  ],
};
