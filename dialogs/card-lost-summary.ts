/** What the user sees before the yes: each item of the request, where it goes, and that nothing is blocked by sending it. */
import type { CardLostState } from './card-lost-state.ts';
import { choicesOf, type Wording, wordsOf } from './card-lost-words.ts';
import type { Card, Context, Language, Reply } from './dialog.ts';
import { dayInWords, momentInWords } from './local-time.ts';

const CORRECTIONS = ['correct-event', 'correct-when', 'correct-who', 'correct-employed'] as const;

type Fact = Card['facts'][number];

export function summary(state: CardLostState, context: Context): Reply {
  const words = wordsOf(context);
  const isOnlySaved = state.who !== 'verified' && context.facts.ticketBackend === 'local';
  return {
    text: `${warning(state, context)}\n\n${isOnlySaved ? words.summary.questionLocal : words.summary.question}`,
    card: { title: words.summary.title, facts: facts(state, context) },
    choices: choicesOf(context, isOnlySaved ? [['yes', 'save'], ['no', 'save-not'], ...CORRECTIONS] : ['yes', 'no', ...CORRECTIONS]),
  };
}

function warning({ who, holder, reporter }: CardLostState, context: Context): string {
  const { summary: words } = wordsOf(context);
  const { servicedesk, ticketBackend } = context.facts;
  if (who === 'verified') return words.direct;
  const text = who === 'colleague' ? words.colleague(ticketBackend, servicedesk) : words.unverified(ticketBackend, servicedesk);
  const email = who === 'colleague' ? reporter.email : holder.email;
  return ticketBackend === 'mail' && email !== undefined ? `${text} ${words.answerByMail}` : text;
}

/** All that is known, an item each. */
export function facts(state: CardLostState, context: Context): readonly Fact[] {
  const { summary: words } = wordsOf(context);
  const { labels } = words;
  const { event, holder, reporter, employed, who } = state;
  const isColleague = who === 'colleague';
  const noPhone = state.skipped.includes('phone') ? words.noPhone : undefined;
  return [
    ...fact(labels.event, words.events[event ?? 'unknown']),
    ...fact(labels.when, whenInWords(state, context)),
    ...fact(labels.holder, holder.name),
    ...fact(labels.hsaId, holder.hsaId),
    ...fact(labels.rsid, holder.rsid),
    ...fact(labels.unit, holder.unit),
    ...fact(labels.phone, holder.phone ?? (isColleague ? undefined : noPhone)),
    ...fact(labels.email, holder.email),
    ...fact(labels.employed, employedInWords(employed, words)),
    ...fact(labels.reporter, isColleague ? reporter.name : undefined),
    ...fact(labels.reporterUnit, isColleague ? reporter.unit : undefined),
    ...fact(labels.reporterPhone, isColleague ? (reporter.phone ?? noPhone) : undefined),
    ...fact(labels.reporterEmail, isColleague ? reporter.email : undefined),
  ];
}

function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ label, value }];
}

function employedInWords(employed: boolean | null, words: Wording['summary']): string {
  if (employed === null) return words.employed.unknown;
  return employed ? words.employed.yes : words.employed.no;
}

/** The user's words, and how they were read, so that a misreading can be corrected: "i fredags (20 november)". */
function whenInWords({ when }: CardLostState, context: Context): string {
  if (when?.at === undefined) return when?.words ?? wordsOf(context).unknownTime;
  const read = readTime(when.at, context.at, context.language);
  return when.words.includes(read) ? when.words : `${when.words} (${read})`;
}

function readTime(at: string, now: Date, language: Language): string {
  return at.includes('T') ? momentInWords(new Date(at), now, language) : dayInWords(at, language);
}
