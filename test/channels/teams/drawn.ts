/** Replies as Teams shows them, for tests. */
import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../../../bot/channels/teams/cards/adaptive-card.ts';
import { activitiesOf, type Place } from '../../../bot/channels/teams/outgoing.ts';
import type { Reply } from '../../../bot/conversation/types.ts';

export const IN_TEAMS: Place = { isTeams: true, isPersonal: true, buttons: 'submit', messageChars: 12_000 };
export const ELSEWHERE: Place = { ...IN_TEAMS, isTeams: false };

/** The one message of a reply. */
export function drawn(reply: Reply, place: Place = IN_TEAMS, seq = 7): Partial<Activity> {
  const [activity, ...more] = activitiesOf(reply, seq, place);
  if (activity === undefined || more.length > 0) throw new Error(`a reply gave ${more.length + 1} messages`);
  return activity;
}

export function cardIn({ attachments }: Partial<Activity>): AdaptiveCard | undefined {
  return attachments?.[0]?.content as AdaptiveCard | undefined;
}

/** Everything that a person can read in a message, line by line. */
export function shownText(activity: Partial<Activity>): string {
  const elements = cardIn(activity)?.body ?? [];
  const lines = elements.flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text];
    if (element.type === 'FactSet') return element.facts.map(({ title, value }) => `${title}: ${value}`);
    return element.actions.map(({ title }) => `[${title}]`);
  });
  return [activity.text ?? '', ...lines, ...(activity.suggestedActions?.actions ?? []).map(({ title }) => `[${title}]`)].filter((line) => line !== '').join('\n');
}

/** What the bot says in a message, without headings, facts and buttons: its text, or the text on its card. */
export function wordsIn(activity: Partial<Activity>): string {
  const paragraphs = (cardIn(activity)?.body ?? []).flatMap((element) => (element.type === 'TextBlock' && element.weight === undefined ? [element.text] : []));
  return activity.text ?? paragraphs.join('\n\n');
}
