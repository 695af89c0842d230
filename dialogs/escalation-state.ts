/** Where a ticket to Servicedesk stands: what it will say, whom to answer, and the question that is open. */
import * as z from 'zod';
import { contactSchema, identitySchema } from './contact-schema.ts';

const letter = z.object({
  step: z.enum(['offer', 'problem', 'confirm', 'name', 'reach', 'summary', 'add', 'subject', 'contact', 'which', 'sent', 'failed']),
  problem: z.string().nullable(),
  /** In the user's own words; null: taken from the problem. */
  subject: z.string().nullable(),
  /** What else the user asked the bot, and what it answered about, a line each. */
  asked: z.array(z.string()),
  /** What was tried already, a sentence each. */
  tried: z.array(z.string()),
  category: z.enum(['card-lost', 'pin-reset', 'login', 'order', 'other']),
  urgent: z.boolean(),
  /** The person that the channel vouched for when the dialog began. */
  identity: identitySchema.nullable(),
  /** Whom Servicedesk answers: the vouched person, or the contact as it was typed. Null until that is settled. */
  answerTo: z.enum(['identity', 'typed']).nullable(),
  contact: contactSchema,
  /** More about how or when to be reached: "helst efter kl. 15". */
  contactNote: z.string().nullable(),
  /** True when they would rather not be reached, and contact Servicedesk themselves. */
  callsThemselves: z.boolean(),
  /** What was written at the summary and not understood: it must not be lost, and no yes may pass it by. */
  unheard: z.string().nullable(),
});

export const escalationSchema = letter.extend({ trail: z.array(letter) });

export type Letter = z.infer<typeof letter>;
/** A letter with the way back: the earlier questions as they stood, oldest first. */
export type EscalationState = z.infer<typeof escalationSchema>;
export type StepName = Letter['step'];

/** The first question whose answer is missing; the summary when there is none. A vouched person can be found without a number. */
function nextStep({ problem, identity, answerTo, contact: known, callsThemselves }: Letter): StepName {
  if (problem === null) return 'problem';
  if (identity !== null && answerTo === null) return 'confirm';
  if (answerTo === 'identity') return 'summary';
  if (known.name === undefined) return 'name';
  return isReachable(known) || callsThemselves ? 'summary' : 'reach';
}

export function isReachable({ phone, email }: Letter['contact']): boolean {
  return (phone ?? email) !== undefined;
}

export function advance(state: EscalationState, known: Partial<Letter>): EscalationState {
  return enter(state, known, nextStep({ ...state, ...known }));
}

/** Goes to a step, keeping the way back. Returning to a step shortens the way, so that it cannot grow without end. */
export function enter(state: EscalationState, known: Partial<Letter>, step: StepName): EscalationState {
  const { trail, ...left } = state;
  const passed = [...trail, left];
  const earlier = passed.findIndex((one) => one.step === step);
  return { ...left, ...known, step, trail: earlier === -1 ? passed : passed.slice(0, earlier) };
}

/** The question before this one, or null. A ticket that was sent cannot be taken back. */
export function stepBack(state: EscalationState): EscalationState | null {
  const previous = state.trail.at(-1);
  return state.step === 'sent' || previous === undefined ? null : { ...previous, trail: state.trail.slice(0, -1) };
}
