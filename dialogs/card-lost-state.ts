/** Where a report of a lost card stands: what is known, what is still missing, and the way back. */
import * as z from 'zod';
import { contactSchema, identitySchema } from './contact-schema.ts';

const report = z.object({
  step: z.enum(['whose', 'which', 'when', 'confirm', 'name', 'surname', 'identity', 'reporter-name', 'phone', 'employed', 'summary', 'correct-who', 'sent']),
  event: z.enum(['lost', 'stolen', 'unknown']).nullable(),
  when: z.object({ words: z.string(), at: z.string().exactOptional() }).nullable(),
  /** The identity that the channel vouched for when the dialog began. */
  identity: identitySchema.nullable(),
  /** Whose card it is: the vouched identity's own, the writer's own, or a colleague's. Null until a vouched identity has answered. */
  who: z.enum(['verified', 'self', 'colleague']).nullable(),
  /** Whether somebody else may be meant: `open` until it has been asked in so many words, where a mere yes is no answer. */
  doubt: z.enum(['none', 'open', 'settled']),
  holder: contactSchema,
  /** The writer, when the card is a colleague's. */
  reporter: contactSchema,
  /** What the user does not know or will not say: not asked for again. */
  skipped: z.array(z.enum(['surname', 'identity', 'phone', 'employed'])),
  employed: z.boolean().nullable(),
});

export const cardLostSchema = report.extend({ trail: z.array(report) });

/** All that has been said, and the question that is open. */
export type Report = z.infer<typeof report>;
/** A report with the way back: each earlier question as it stood, oldest first, every step at most once. */
export type CardLostState = z.infer<typeof cardLostSchema>;
export type StepName = Report['step'];
export type Skippable = Report['skipped'][number];

/** The first question whose answer is missing; the summary when there is none. */
export function nextStep(known: Report): StepName {
  // Before anything else: everything that follows is about this person's card.
  if (known.doubt === 'open') return 'whose';
  if (known.event === null) return 'which';
  if (known.when === null) return 'when';
  return missingContact(known) ?? (!isTold(known, 'employed') && !known.skipped.includes('employed') ? 'employed' : 'summary');
}

function missingContact(known: Report): StepName | null {
  const { who, holder, reporter, skipped } = known;
  if (who === null) return 'confirm';
  if (who === 'verified') return null;
  if (holder.name === undefined) return 'name';
  if (!isTold(known, 'surname') && !skipped.includes('surname')) return 'surname';
  if (!isTold(known, 'identity') && !skipped.includes('identity')) return 'identity';
  if (who === 'colleague' && reporter.name === undefined) return 'reporter-name';
  return isTold(known, 'phone') || skipped.includes('phone') ? null : 'phone';
}

function isTold({ who, holder, reporter, employed }: Report, item: Skippable): boolean {
  switch (item) {
    case 'surname':
      return holder.name?.includes(' ') ?? false;
    case 'identity':
      return (holder.hsaId ?? holder.rsid ?? holder.unit) !== undefined;
    case 'phone':
      return (who === 'colleague' ? reporter : holder).phone !== undefined;
    case 'employed':
      return employed !== null;
  }
}

/** Goes on to the first missing item. */
export function advance(state: CardLostState, known: Report): CardLostState {
  return enter(state, known, nextStep(known));
}

/** Goes to a step, keeping the way back. Returning to a step that was passed shortens the way, so that it cannot grow without end. */
export function enter(state: CardLostState, known: Report, step: StepName): CardLostState {
  const { trail, ...left } = state;
  const passed = [...trail, left];
  const earlier = passed.findIndex((one) => one.step === step);
  // What has been told after all is no longer skipped.
  const skipped = known.skipped.filter((item) => !isTold(known, item));
  return { ...known, skipped, step, trail: earlier === -1 ? passed : passed.slice(0, earlier) };
}

/** The state of the question before this one, or null. Once the request is sent it cannot be taken back, so there is none. */
export function stepBack(state: CardLostState): CardLostState | null {
  const previous = state.trail.at(-1);
  return state.step === 'sent' || previous === undefined ? null : { ...previous, trail: state.trail.slice(0, -1) };
}
