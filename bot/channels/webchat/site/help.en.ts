/** Around the answers of the page without a chat, in English. */
import type { helpText as swedish } from './help.sv.ts';

export const helpText: typeof swedish = {
  title: 'Lost or locked card',
  call: ({ internal, external }) => `Call Servicedesk: **${internal}** (internal) or ${external} (external).`,
  source: (source) => `Source: ${source}`,
  links: [
    { href: '/?lang=en', label: 'To the chat' },
    { href: '/hjalp', label: 'På svenska' },
    { href: '/integritet', label: 'Your data (in Swedish)' },
    { href: '/tillganglighet', label: 'Accessibility (in Swedish)' },
  ],
};
