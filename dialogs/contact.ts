/** Reads how a person can be reached or told apart from free text. Pure; nothing that it finds proves an identity. */
import type { Contact } from './dialog.ts';
import { readBareName, readCalledName } from './contact-names.ts';
import { readEmail, readHours, readHsaId, readPhone, readRsid } from './contact-numbers.ts';
import { readBareIdentity, readUnit } from './contact-units.ts';

export type ContactFacts = Partial<Contact>;

export interface ContactReading {
  readonly found: ContactFacts;
  /** The text without what was found. */
  readonly rest: string;
}

/** The question that the text answers: only then is a bare value ("anna testsson", "kirurgen Ystad") taken for one. */
export type Asked = 'name' | 'identity' | 'phone';

type Reader = (rest: string, found: ContactFacts, asked?: Asked) => ContactReading;

/**
 * Every contact fact in the text. E-mail, HSA-id ("SE2321000255-AB12" or after the keyword, any case), RSID (after the keyword) and phone
 * numbers are recognised anywhere; names and units by their cue ("jag heter", "jobbar på", "avd 12"), beside another
 * contact fact, or as the answer to the question `asked`. Each kind once: the first one counts. `before`: what was found in
 * the message already.
 */
export function readContact(text: string, asked?: Asked, before: ContactFacts = {}): ContactReading {
  const readers: readonly Reader[] = [readEmail, readHsaId, readRsid, readPhone, readHours, readCalledName, readBareName, readUnit, readBareIdentity];
  const start: ContactReading = { found: before, rest: text.normalize('NFC').trim() };
  return readers.reduce(({ found, rest }, read) => {
    const next = read(rest, found, asked);
    return { found: { ...found, ...next.found }, rest: next.rest };
  }, start);
}

export function pick(facts: ContactFacts, wanted: (key: string) => boolean): ContactFacts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => wanted(key)));
}

export { looksLikeQuestion } from './question.ts';
