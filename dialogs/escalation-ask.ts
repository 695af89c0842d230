/** The question of each state, and the ticket as the user sees it before the yes. */
import type { Card, Choice, Context, Reply } from './dialog.ts';
import { bodyLines, contactLine, subjectOf } from './escalation-draft.ts';
import { reachOf } from './escalation-prefill.ts';
import type { EscalationState } from './escalation-state.ts';
import { choicesOf, wordsOf } from './escalation-words.ts';

/** So much of what was not understood is quoted, in characters. */
const QUOTED_CHARS = 60;

export function ask(state: EscalationState, context: Context): Reply {
  const words = wordsOf(context);
  const { ticketBackend } = context.facts;
  switch (state.step) {
    case 'offer':
      return { text: words.offer, choices: choicesOf(context, ['write', 'call']) };
    case 'confirm':
      return { text: words.confirm(state.identity?.name ?? '', Object.values(reachOf(state.identity ?? {})).join(', ')), choices: choicesOf(context, ['contact-me', 'other-contact']) };
    case 'name':
      return { text: words.name, choices: choicesOf(context, ['no-contact']) };
    case 'reach':
      return { text: words.reach, choices: choicesOf(context, ['no-contact']) };
    case 'problem':
    case 'add':
    case 'subject':
    case 'contact':
      return { text: words[state.step] };
    case 'which':
      return which(state, context);
    case 'summary':
      return { text: words.summary(ticketBackend), card: cardOf(state, context), choices: [...consent(context), ...edits(state, context), ...choicesOf(context, ['add'])] };
    case 'sent':
      return { text: words.waiting };
    case 'failed':
      return { text: words.tryAgain, choices: choicesOf(context, ['again-yes', 'again-no', 'show']) };
  }
}

/** The ticket exactly as it is sent. */
export function cardOf(state: EscalationState, context: Context): Card {
  const { labels, title, urgent } = wordsOf(context);
  const facts = [
    { label: labels.subject, value: subjectOf(state, context) },
    ...bodyLines(state, context),
    { label: labels.contact, value: contactLine(state.contact) },
    { label: labels.urgent, value: state.urgent ? urgent.yes : urgent.no },
  ];
  return { title, facts };
}

function consent(context: Context): readonly Choice[] {
  return choicesOf(context, context.facts.ticketBackend === 'local' ? [['yes', 'yes-save'], ['no', 'no-save']] : ['yes', 'no']);
}

/** Each item can be changed by a button. */
function edits({ urgent }: EscalationState, context: Context): readonly Choice[] {
  return choicesOf(context, ['edit-subject', 'edit-problem', 'edit-contact', urgent ? 'not-urgent' : 'mark-urgent']);
}

function which(state: EscalationState, context: Context): Reply {
  const words = wordsOf(context);
  const { unheard } = state;
  const quoted = unheard !== null && unheard.length > QUOTED_CHARS ? `${unheard.slice(0, QUOTED_CHARS)}…` : unheard;
  const text = quoted === null ? words.which : words.whichUnheard(quoted);
  return { text, choices: [...choicesOf(context, unheard === null ? [] : ['add-it']), ...edits(state, context), ...choicesOf(context, ['keep'])] };
}
