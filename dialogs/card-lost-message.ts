/** One reading of a message: every fact that it holds, each found in words that no other fact was found in. */
import { type Event, isCorrection, readCorrection, readEmployed, readEvent } from './card-lost-read.ts';
import { readWhose, type Whose } from './card-lost-whose.ts';
import { type Asked, type ContactFacts, readContact } from './contact.ts';
import { findWhen, type When } from './when.ts';

export interface Message {
  readonly text: string;
  readonly whose: Whose;
  /** The other holder's name, where it stands with whose card it is. */
  readonly otherName: string | null;
  readonly contact: ContactFacts;
  readonly event: Extract<Event, 'lost' | 'stolen' | 'unknown'> | null;
  readonly when: When | null;
  readonly employed: boolean | null;
  /** Says that something said before is wrong. */
  readonly corrects: boolean;
}

export function readMessage(text: string, now: Date, asked?: Asked): Message {
  const { whose, name, rest: unnamed } = readWhose(text);
  const isOnlyTime = findWhen(text, now)?.words === text.trim();
  const isAboutElse = readCorrection(text) !== null || isOnlyTime;
  const { found, rest } = readContact(unnamed, isAboutElse ? undefined : asked, name === undefined ? {} : { name });
  const { name: ownName, ...others } = found;
  const event = readEvent(rest);
  return {
    text,
    whose,
    otherName: name ?? null,
    contact: name === undefined && ownName !== undefined ? { name: ownName, ...others } : others,
    event: event === 'lost' || event === 'stolen' || event === 'unknown' ? event : null,
    when: findWhen(rest, now),
    employed: readEmployed(text),
    corrects: isOnlyTime || isCorrection(text),
  };
}
