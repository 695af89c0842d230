/** The question of each place of the PIN reset, and the shared facts in the user's language. */
import type { Context, Language, Reply } from './dialog.ts';
import { offered } from './pin-reset-choices.ts';
import { stepNumber, stepsOf } from './pin-reset-state.ts';
import type { Code, PinResetState, Spot, StepName } from './pin-reset-state.ts';
import { words as typedEn } from './pin-reset-words.en.ts';
import { words as typedSv } from './pin-reset-words.sv.ts';
import { en } from './pin-reset.en.ts';
import { sv } from './pin-reset.sv.ts';
import type { Wording } from './pin-reset.sv.ts';

export function wordingOf(language: Language): Wording {
  return language === 'sv' ? sv : en;
}

/** A named page as a Markdown link, or only its title when the operator has given no address. */
export function page(name: 'instruktion-upplasning' | 'instruktion-pin' | 'ritz' | 'test-siths' | 'e-katalogen', context: Context): string {
  const link = context.facts.links[name];
  if (link === undefined) return name;
  return link.url === null ? link.title : `[${link.title}](${link.url})`;
}

/** Servicedesk's two numbers in a phrase. */
export function numbers(context: Context): string {
  const { internal, external } = context.facts.servicedesk;
  return wordingOf(context.language).numbers(internal, external);
}

/** The question of a state, with its buttons. */
export function ask(state: PinResetState, context: Context): Reply {
  const { labels } = wordingOf(context.language);
  const { typed } = context.language === 'sv' ? typedSv : typedEn;
  const choices = offered(state).map((id) => ({ id, label: labels[id], typed: typed[id] ?? [] }));
  const reply = { text: question(state, context), choices };
  // The steps are numbered, so a number that is typed there is a step.
  return state.place.at === 'guide' ? { ...reply, ownNumbers: true } : reply;
}

function question({ place, code }: PinResetState, context: Context): string {
  const { ask: texts } = wordingOf(context.language);
  switch (place.at) {
    case 'case': return texts.case;
    case 'puk': return texts.puk;
    case 'employed': return texts.employed;
    case 'guide': return guideText(place.spot, code, context);
    case 'failure': return texts.failure;
    case 'advice': return texts.advice(place.trouble, page('test-siths', context));
  }
}

function guideText(spot: Spot, code: Code | null, context: Context): string {
  const wording = wordingOf(context.language);
  const text = (step: StepName) => (step === 'code' && code !== null ? wording.chosenCode[code] : wording.steps[step]);
  const steps = stepsOf(spot.guide);
  if (spot.all) return wording.ask.all(spot.guide, steps.map(text));
  return wording.ask.step(stepNumber(spot), steps.length, text(spot.step));
}
