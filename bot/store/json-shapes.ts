/**
 * The zod shapes of the JSON columns. `ZodType<T>` holds each to the type that it gives back, and `Fields<T>` makes the
 * compiler ask for every field, optional ones too: one that is missing here would be lost without a sound.
 */
import * as z from 'zod';
import type { AnswerFacts, BlockRequest, Card, Choice, Contact, Effect } from '../../dialogs/dialog.ts';
import type { Feedback, Person, PrivateOpening, Reply, Settlement, TicketDraft } from '../../dialogs/dialog.ts';
import type { Candidate } from '../../intents/reading.ts';
import type { Trace } from '../conversation/types.ts';
import type { Message, Ticket } from './store.ts';

type Fields<T> = Record<keyof T, z.ZodType>;

const language = z.enum(['sv', 'en']);
const text = z.string();
const texts = z.array(text);
const optionalText = text.exactOptional();
const plainJson = z.record(text, z.unknown());
const dateFromIso = z.iso.datetime().transform((iso) => new Date(iso));

const contact = z.object({
  name: text,
  phone: optionalText,
  email: optionalText,
  hsaId: optionalText,
  rsid: optionalText,
  unit: optionalText,
} satisfies Fields<Contact>);

const blockRequest = z.object({
  holder: contact,
  personId: text,
  verified: z.boolean(),
  event: z.enum(['lost', 'stolen', 'unknown']),
  when: z.object({ words: text, at: optionalText } satisfies Fields<BlockRequest['when']>),
  employed: z.boolean().nullable(),
  reportedBy: contact.exactOptional(),
  language,
} satisfies Fields<BlockRequest>);

const ticketDraft = z.object({
  subject: text,
  category: z.enum(['card-lost', 'pin-reset', 'login', 'order', 'other']),
  urgent: z.boolean(),
  description: text,
  contact,
  personId: text,
  verified: z.boolean(),
  language,
} satisfies Fields<TicketDraft>);

const feedback = z.object({ intent: text.nullable(), helped: z.boolean().nullable(), comment: optionalText } satisfies Fields<Feedback>);
const choice = z.object({ id: text, label: text, typed: texts.exactOptional() } satisfies Fields<Choice>);
const fact = z.object({ label: text, value: text } satisfies Fields<Card['facts'][number]>);
const card = z.object({ title: text, facts: z.array(fact) } satisfies Fields<Card>);
const person = z.object({ id: text, name: optionalText, email: optionalText, phone: optionalText, verified: z.boolean() } satisfies Fields<Person>);
const inPrivate = z.object({ choice: text.nullable(), text, language, person, otherwise: text } satisfies Fields<PrivateOpening>);
const source = z.object({ title: text, url: text.nullable(), owner: text, reviewed: text.nullable() } satisfies Fields<AnswerFacts['source']>);
const answer = z.object({ intent: text, source, helped: optionalText } satisfies Fields<AnswerFacts>);
const reply = z.object({
  text,
  choices: z.array(choice).exactOptional(),
  ownNumbers: z.literal(true).exactOptional(),
  card: card.exactOptional(),
  inPrivate: inPrivate.exactOptional(),
  language: z.literal('en').exactOptional(),
  answer: answer.exactOptional(),
} satisfies Fields<Reply>);
const candidate = z.object({ intent: text, confidence: z.number() } satisfies Fields<Candidate>);

export const effectShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blockCard'), request: blockRequest }),
  z.object({ kind: z.literal('openTicket'), ticket: ticketDraft }),
  z.object({ kind: z.literal('startHandoff'), reason: text }),
  z.object({ kind: z.literal('recordFeedback'), feedback }),
  z.object({ kind: z.literal('erasePerson'), personId: text, keeps: z.array(z.enum(['tickets', 'block-requests'])) }),
]) satisfies z.ZodType<Effect>;

export const settlementShape = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), outcome: z.enum(['blocked', 'requested', 'registered']), reference: text, at: dateFromIso }),
  z.object({ ok: z.literal(false), reason: text }),
]) satisfies z.ZodType<Settlement>;

export const traceShape = z.object({
  decision: z.enum(['answer', 'dialog', 'smalltalk', 'clarify', 'decline']),
  intent: text.nullable(),
  intents: texts,
  candidates: z.array(candidate),
  offers: texts,
  topic: text.nullable(),
} satisfies Fields<Trace>) satisfies z.ZodType<Trace>;

export const contentShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), text, choice: text.nullable(), origin: plainJson }),
  z.object({ kind: z.literal('reply'), reply }),
]) satisfies z.ZodType<Message['content']>;

export const ticketBodyShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), ticket: ticketDraft }),
  z.object({ kind: z.literal('block'), request: blockRequest }),
]) satisfies z.ZodType<Ticket['body']>;

export const referenceShape = plainJson;
