/** A choice by its id, pressed or typed. One that is not on offer now belongs to an earlier message and is refused calmly. */
import { INTENT_CHOICE } from './answers.ts';
import { answerErase } from './erase.ts';
import { askAgain, innermost, openQuestion } from './floor.ts';
import { answerDialog } from './inside.ts';
import { meet } from './meet.ts';
import { noneOfThese } from './misses.ts';
import { offer } from './offer.ts';
import { rated } from './rated.ts';
import { remember, say, type Scene, traced } from './scene.ts';
import { callPerson, steer } from './steer.ts';
import { numbersOf, wordsOf } from './wording.ts';

export function chose(scene: Scene, choice: string, label: string): Scene {
  if (choice === 'cancel' || choice === 'back' || choice === 'help' || choice === 'person') return steer(scene, choice, '');
  // The message that was unclear holds the facts; the choice only says what it is about.
  if (choice.startsWith(INTENT_CHOICE)) return meet(scene, [choice.slice(INTENT_CHOICE.length)], scene.state.unclear ?? label, null);
  if (scene.state.awaiting === 'resume') return resume(scene, choice);
  if (scene.state.awaiting === 'erase') return answerErase(scene, choice);
  if (innermost(scene) !== null) {
    const isOffered = openQuestion(scene)?.choices?.some(({ id }) => id === choice) ?? false;
    return isOffered ? answerDialog(scene, { text: label, choice }, null) : stale(scene);
  }
  if (!scene.state.offered.some(({ id }) => id === choice)) return stale(scene);
  if (choice === 'none-of-these') return noneOfThese(scene);
  if (choice !== 'yes' && choice !== 'no') return stale(scene);
  if (scene.state.awaiting === 'person') return answerPersonOffer(scene, choice);
  return scene.state.awaiting === 'feedback' ? rated(scene, { intent: scene.state.lastIntent, helped: choice === 'yes' }) : stale(scene);
}

/** A yes or no to "vill du ha hjälp av en människa?". */
export function answerPersonOffer(scene: Scene, answer: 'yes' | 'no'): Scene {
  if (answer === 'yes') return callPerson(remember(scene, { awaiting: null }), '');
  return offer(remember(traced(scene, { decision: 'smalltalk' }), { awaiting: null, misses: 0 }), { text: wordsOf(scene).noPerson(numbersOf(scene)) });
}

function stale(scene: Scene): Scene {
  return askAgain(say(traced(scene, { decision: 'decline' }), { text: wordsOf(scene).stale }));
}

function resume(scene: Scene, choice: string): Scene {
  const going = remember(traced(scene, { decision: 'dialog' }), { awaiting: null });
  if (choice === 'yes') return askAgain(going);
  if (choice === 'no') return offer(remember(going, { stack: [], queue: [] }), { text: wordsOf(scene).resumeNo });
  return stale(scene);
}
