/** Where a PIN reset stands: the matter, and the place in it. Stored as JSON between two turns. */
import * as z from 'zod';

/** The steps of the owner's two instructions, in order. "unlock" needs the PUK, "change" the old PIN. */
const GUIDES = {
  unlock: ['insert', 'icon', 'unlock-menu', 'code', 'unlock-window'],
  change: ['insert', 'icon', 'change-menu', 'code', 'change-window', 'confirm'],
} as const;

/** A description in the user's own words is kept up to this length; the rest adds nothing to a ticket. Characters. */
export const WORDS_MAX = 500;

const guide = z.enum(['unlock', 'change']);
const step = z.enum(['insert', 'icon', 'unlock-menu', 'unlock-window', 'code', 'change-menu', 'change-window', 'confirm']);
const trouble = z.enum(['card-not-read', 'no-icon', 'other']);
/** "both": legitimering first, then the same steps for underskrift. */
const code = z.enum(['legitimering', 'underskrift', 'both']);

/** Where in an instruction: `all` when every step is shown at once, and `step` is then the one that "back" returns to. */
const spot = z.object({ guide, step, all: z.boolean() });

const place = z.discriminatedUnion('at', [
  z.object({ at: z.literal('case') }),
  z.object({ at: z.literal('puk') }),
  z.object({ at: z.literal('employed') }),
  z.object({ at: z.literal('guide'), spot }),
  z.object({ at: z.literal('failure'), spot }),
  z.object({ at: z.literal('advice'), spot, trouble, words: z.string().max(WORDS_MAX).nullable() }),
]);

export const pinResetState = z.object({
  cause: z.enum(['forgotten', 'locked', 'change', 'puk-lost']).nullable(),
  code: code.nullable(),
  hasPuk: z.boolean().nullable(),
  /** By Region Skåne. */
  employed: z.boolean().nullable(),
  /** What was already found out and tried, in sentences for the ticket. */
  earlier: z.array(z.string()),
  place,
});

export type PinResetState = z.infer<typeof pinResetState>;
export type Place = z.infer<typeof place>;
export type Spot = z.infer<typeof spot>;
export type Guide = z.infer<typeof guide>;
export type StepName = z.infer<typeof step>;
export type Code = z.infer<typeof code>;
export type Trouble = z.infer<typeof trouble>;

/** The first step of an instruction. */
export function firstSpot(of: Guide, all = false): Spot {
  return { guide: of, step: GUIDES[of][0], all };
}

/** The step of that number in the same instruction, or null when it has none. */
export function spotAt(number: number, from: Spot): Spot | null {
  const to = stepsOf(from.guide)[number - 1];
  return to === undefined ? null : { ...from, step: to, all: false };
}

/** The next step, or null after the last one. When all steps were shown at once there is none. */
export function nextSpot(from: Spot): Spot | null {
  return from.all ? null : neighbour(from, 1);
}

/** The step before, or null before the first one. */
export function previousSpot(from: Spot): Spot | null {
  return from.all ? { ...from, all: false } : neighbour(from, -1);
}

/** The number of a step as people count, from 1. */
export function stepNumber(of: Spot): number {
  return stepsOf(of.guide).indexOf(of.step) + 1;
}

export function stepsOf(of: Guide): readonly StepName[] {
  return GUIDES[of];
}

function neighbour(from: Spot, by: 1 | -1): Spot | null {
  const to = stepsOf(from.guide)[stepsOf(from.guide).indexOf(from.step) + by];
  return to === undefined ? null : { ...from, step: to };
}
