/** The source of an answer as Teams shows sources: a number in the text, and a pop-up with the page. Pure. */
import type { Activity } from 'botbuilder';
import type { Reply } from '../../conversation/types.ts';
import { languageOf, wordsIn } from './cards/wording.ts';

type Entity = NonNullable<Activity['entities']>[number];

/** Longest name and abstract of a citation (Teams documentation, "Bot messages with AI-generated content", Citations). */
const NAME_CHARS = 80;
const ABSTRACT_CHARS = 160;

export interface Cited {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * Puts the number behind the last place where the text names the answer's source. A text that does not name it is left
 * as it is. The entity says nothing of AI: the answers are written by people.
 */
export function cite(text: string, reply: Reply): Cited {
  const { answer } = reply;
  if (answer === undefined) return { text, entities: [] };
  const { title, url, owner, reviewed } = answer.source;
  const named = url === null ? title : `[${title}](${url})`;
  const at = text.lastIndexOf(named);
  if (at === -1) return { text, entities: [] };
  const end = at + named.length;
  const appearance = {
    '@type': 'DigitalDocument',
    name: title.slice(0, NAME_CHARS),
    ...(url === null ? {} : { url }),
    abstract: wordsIn(languageOf(reply)).source(owner, reviewed).slice(0, ABSTRACT_CHARS),
  };
  const citation = [{ '@type': 'Claim', position: 1, appearance }];
  return { text: `${text.slice(0, end)} [1]${text.slice(end)}`, entities: [{ type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', citation }] };
}
