/** What a content owner may write: the shapes of the files in knowledge/. */
import * as z from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens, e.g. card-validity');
const words = z.string().trim().min(1, 'must not be empty');
const text = z.strictObject({ sv: words, en: words });
const utterances = z.array(words).default([]);

/** Longest title that fits on a button in every channel. */
export const TITLE_CHARS = 40;
const title = words.max(TITLE_CHARS, `must be at most ${TITLE_CHARS} characters, or it does not fit on a button`);
const date = z.iso.date('use a date such as 2027-01-31');

export const frontMatter = z
  .strictObject({
    id,
    kind: z.enum(['answer', 'smalltalk', 'no-answer']),
    audience: z.enum(['everyone', 'employed', 'not-employed']),
    title: z.strictObject({ sv: title, en: title }),
    question: text,
    utterances: z.strictObject({ sv: utterances, en: utterances }),
    related: z.array(id).max(3, 'at most three related topics, or the buttons crowd out the answer').default([]),
    links: z.array(id).default([]),
    dialog: id.nullable().default(null),
    door: id.nullable().default(null),
    owner: words,
    source: z.strictObject({ name: words, link: id }),
    reviewed: date.nullable(),
    reviewBy: date.nullable(),
  })
  .refine((topic) => topic.kind !== 'no-answer' || topic.door !== null, { path: ['door'], message: 'a topic without an answer needs a door (see doors.yaml)' })
  .refine((topic) => topic.reviewBy === null || topic.reviewed === null || topic.reviewBy > topic.reviewed, { path: ['reviewBy'], message: 'must be later than reviewed' });

export const linksFile = z.record(
  id,
  z.strictObject({
    title: words,
    url: z.url({ protocol: /^https$/, message: 'give the whole address, starting with https://, or null' }).nullable(),
    note: z.string().optional(),
  }),
);

const phone = z.string('put the number in quotes, so that no zero is lost').regex(/^[0-9][0-9 -]+$/, 'digits, spaces and hyphens only');
export const contactsFile = z.strictObject({
  servicedesk: z.strictObject({ internal: phone, external: phone }),
  rafunktionen: z.email('must be an e-mail address'),
});

export const doorsFile = z.record(id, z.strictObject({ sv: z.string(), en: z.string() }));
