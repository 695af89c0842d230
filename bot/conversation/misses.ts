/** What is not understood: said once in full, then with a person offered, and from the third time on in a few words and buttons. */
import type { Reading } from '../../intents/reading.ts';
import { declineText, firstChoices, personChoice, topicChoice } from './answers.ts';
import { askAgain, innermost } from './floor.ts';
import { soothed } from './mood.ts';
import { offer } from './offer.ts';
import { noteExchange, remember, say, type Scene, traced } from './scene.ts';
import { tookSecret } from './secrets.ts';
import { numbersOf, wordsOf } from './wording.ts';

/** Misses in a row after which a person is offered. */
const OFFERS_A_PERSON = 2;

/** Nothing was recognised, outside any dialog. */
export function miss(scene: Scene): Scene {
  const missed = remember(scene, { misses: scene.state.misses + 1, awaiting: null });
  if (missed.state.misses < OFFERS_A_PERSON) return offer(missed, { text: declineText(null, scene), choices: [topicChoice('help', scene), personChoice(scene)] });
  return missedOften(missed);
}

/** None of the topics that were offered; the question is kept for a ticket. */
export function noneOfThese(scene: Scene): Scene {
  const { misses, unclear } = scene.state;
  const missed = remember(noteExchange(traced(scene, { decision: 'decline' }), unclear ?? '', '', null), { misses: misses + 1 });
  if (missed.state.misses < OFFERS_A_PERSON) return offer(missed, { text: wordsOf(scene).noneOfTheseTaken, choices: [personChoice(scene)] });
  return missedOften(missed);
}

function missedOften(scene: Scene): Scene {
  const words = wordsOf(scene);
  if (scene.state.misses > OFFERS_A_PERSON) return offer(scene, { text: words.missedAgain, choices: firstChoices(scene) });
  return offerPerson(scene, words.missedTwice(numbersOf(scene)));
}

/** "Vill du ha hjälp av en människa?": a plain yes means it. */
export function offerPerson(scene: Scene, text: string): Scene {
  return offer(remember(scene, { awaiting: 'person' }), { text, choices: [personChoice(scene), { id: 'no', label: wordsOf(scene).noThanks }] });
}

/** In a dialog its question stays, whatever was said. */
export function missInDialog(scene: Scene, reading: Reading, text: string): Scene {
  // Whoever typed a code has been told that it was taken out; the code itself answers nothing.
  if (tookSecret(scene)) return askAgain(traced(scene, { decision: 'dialog', candidates: reading.candidates }));
  const missed = remember(traced(scene, { decision: 'decline', candidates: reading.candidates }), { misses: scene.state.misses + 1 });
  return askAgain(say(soothed(missed, text), { text: missedText(missed) }));
}

function missedText(scene: Scene): string {
  const { misses } = scene.state;
  const words = wordsOf(scene);
  if (misses < OFFERS_A_PERSON) return words.missedInDialog;
  // A person is what this dialog is about.
  if (innermost(scene)?.dialog === 'escalation') return words.missedInTicket(numbersOf(scene));
  return misses === OFFERS_A_PERSON ? words.missedTwiceInDialog(numbersOf(scene)) : words.missedAgainInDialog;
}
