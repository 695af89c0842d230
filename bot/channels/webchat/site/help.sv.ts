/** Around the answers of the page without a chat. */
import type { ServicedeskNumbers } from '../page-text.sv.ts';

export const helpText = {
  title: 'Borttappat eller låst kort',
  call: ({ internal, external }: ServicedeskNumbers) => `Ring Servicedesk: **${internal}** (internt) eller ${external} (externt).`,
  source: (source: string) => `Källa: ${source}`,
  links: [
    { href: '/', label: 'Till chatten' },
    { href: '/hjalp?lang=en', label: 'In English' },
    { href: '/integritet', label: 'Dina uppgifter' },
    { href: '/tillganglighet', label: 'Tillgänglighet' },
  ],
};
