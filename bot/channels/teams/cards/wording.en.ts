/** What the Teams channel itself says in English. */
import type { Wording } from './wording.sv.ts';

export const en: Wording = {
  chosen: (label) => `You chose: ${label}`,
  source: (owner, reviewed) => `The answer builds on this page. Responsible: ${owner}. ${reviewed === null ? 'Not yet reviewed by the owner.' : `Last reviewed ${reviewed}.`}`,
  outage: ({ internal, external }) => `I cannot take your message right now. If there is no answer in a few minutes, write again. If it is urgent, call Servicedesk: ${internal} (internal) or ${external} (external).`,
  unreadable: 'The button cannot be read. Write what you want instead.',
};
