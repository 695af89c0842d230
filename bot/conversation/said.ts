/** The user typed something, or pressed a button. */
import type { Input } from '../../dialogs/dialog.ts';
import type { Reading } from '../../intents/reading.ts';
import { changeOfSent } from './after-ticket.ts';
import { INTENT_CHOICE, personChoice } from './answers.ts';
import { asksIfBlocked, choiceOf, commandOf, isNo, isYesOrNo, plain } from './commands.ts';
import { applyStep, askAgain, dialogOf, dropInnermost, innermost, openQuestion, withoutInnermost } from './floor.ts';
import { priorOf } from './prior.ts';
import { isShared } from './privately.ts';
import { rated } from './rated.ts';
import { contextOf, remember, say, type Scene, traced } from './scene.ts';
import { steer } from './steer.ts';
import type { TurnEvent } from './types.ts';
import { act, digress, meet, MISSES_BEFORE_A_PERSON, offer, offerPerson, topicOf } from './understood.ts';
import { answerErase } from './erase.ts';
import { wordsOf } from './wording.ts';

const REMOVED_MARK = /\[bortta[^\]]*\]/gu;
/** Stands where something was taken out: without it the words around would make a sentence that nobody wrote. */
const GAP = '…';

export function said(scene: Scene, event: Extract<TurnEvent, { kind: 'said' }>): Scene {
  const words = wordsOf(scene);
  const removed = event.removed ?? [];
  // What the bot does not keep still stands in the chat, where others read it.
  const warning = isShared(scene) ? `${words.removed(removed)} ${words.deleteYourself}` : words.removed(removed);
  const warned = removed.length > 0 ? say(scene, { text: warning }) : scene;
  if (event.cut === true) return askAgain(say(traced(warned, { decision: 'decline' }), { text: words.tooLong(scene.brain.settings.maxMessageChars) }));
  const left = plain(event.text.replace(REMOVED_MARK, ' '));
  if (left === '') return nothingLeft(traced(warned, { decision: 'decline' }), removed.length > 0);
  return read(awaitResume(warned), event.text.replace(REMOVED_MARK, ` ${GAP} `).replace(/\s+/gu, ' ').trim());
}

function nothingLeft(scene: Scene, wasRemoved: boolean): Scene {
  // Files have been answered already.
  const isAnswered = wasRemoved || scene.turn.circumstances?.hasFiles === true;
  if (innermost(scene) !== null) return askAgain(isAnswered ? scene : say(scene, { text: wordsOf(scene).empty }));
  if (isAnswered && !wasRemoved) return scene;
  return say(scene, { text: wasRemoved ? wordsOf(scene).writeAgain : wordsOf(scene).empty });
}

/** A user who comes back to an open dialog after a long silence is asked whether to go on. */
function awaitResume(scene: Scene): Scene {
  const { lastTurnAt, stack } = scene.state;
  if (lastTurnAt === null || stack.length === 0) return scene;
  const silence = scene.turn.at.getTime() - Date.parse(lastTurnAt);
  return silence > scene.brain.settings.idleAskMs ? remember(scene, { awaiting: 'resume' }) : scene;
}

function read(scene: Scene, text: string): Scene {
  const offered = openQuestion(scene)?.choices ?? scene.state.offered;
  const picked = choiceOf(text, offered);
  if (picked !== null) return chose(scene, picked.id, text);
  const helped = helpedOf(scene, text);
  if (helped !== null) return rated(scene, { intent: scene.state.lastIntent, helped });
  if (innermost(scene) === null && isYesOrNo(text)) return bareYesOrNo(scene, text);
  const reading = scene.brain.understander.understand(text.replaceAll(GAP, ' ').replace(/\s+/gu, ' ').trim(), priorOf(scene));
  const heard = innermost(scene) === null ? remember(scene, { language: reading.language }) : scene;
  const command = commandOf(text) ?? (asksAboutBlock(heard, text) ? 'status' : null);
  if (command !== null) return steer(heard, command, text);
  const changed = innermost(heard) === null ? changeOfSent(heard, text) : null;
  if (changed !== null) return offer(traced(heard, { decision: 'answer' }), { ...changed, choices: [personChoice(heard)] });
  return innermost(heard) === null ? act(remember(heard, { awaiting: null }), reading, text) : answerDialog(heard, { text, choice: null, topic: topicOf(reading) }, reading);
}

/** "Det funkar ändå inte" answers "fick du hjälp?" as well as no does. */
function helpedOf(scene: Scene, text: string): boolean | null {
  if (scene.state.awaiting !== 'feedback' || innermost(scene) !== null) return null;
  const { itHelped, itDidNotHelp } = wordsOf(scene);
  if (itHelped.includes(plain(text))) return true;
  return itDidNotHelp.includes(plain(text)) ? false : null;
}

/** A yes or no to nothing, or to "which is it?", where a no means none of them. */
function bareYesOrNo(scene: Scene, text: string): Scene {
  const read = traced(scene, { decision: 'smalltalk' });
  const { offered } = scene.state;
  if (!offered.some(({ id }) => id === 'none-of-these')) return offer(read, { text: wordsOf(scene).nothingAsked });
  return isNo(text) ? noneOfThese(scene) : offer(read, { text: wordsOf(scene).chooseOne, choices: offered });
}

/** "Är det spärrat?" from someone whose request is under way or done: the truth is in the request, not in the FAQ. */
function asksAboutBlock(scene: Scene, text: string): boolean {
  return asksIfBlocked(text) && scene.brain.openRequests.some(({ kind }) => kind === 'block');
}

/** Gives the input to the innermost dialog; what it does not take is a digression. */
function answerDialog(scene: Scene, input: Input, reading: Reading | null): Scene {
  const frame = innermost(scene);
  if (frame === null) return scene;
  if (scene.state.awaiting === 'resume') return returning(scene, input, reading);
  // Whoever writes something else than yes or no goes on where the dialog was.
  if (scene.state.awaiting === 'erase') return answerDialog(remember(scene, { awaiting: null }), input, reading);
  const dialog = dialogOf(frame, scene);
  const step = dialog?.step(frame, input, contextOf(scene)) ?? null;
  if (dialog === null || step === null) return dropInnermost(scene);
  if (step.then !== 'misunderstood') return applyStep(remember(withoutInnermost(traced(scene, { decision: 'dialog' })), { misses: 0 }), dialog, step);
  return reading === null ? askAgain(scene) : digress(scene, reading, input.text);
}

/** Whoever comes back with the answer itself has gone on; the question whether to go on is asked again after anything else. */
function returning(scene: Scene, input: Input, reading: Reading | null): Scene {
  if (reading?.understanding.kind === 'sure') return digress(scene, reading, input.text);
  const frame = innermost(scene);
  const step = frame === null ? null : (dialogOf(frame, scene)?.step(frame, input, contextOf(scene)) ?? null);
  if (step === null || step.then !== 'ask') return askAgain(traced(scene, { decision: 'dialog' }));
  return answerDialog(remember(scene, { awaiting: null }), input, reading);
}

/** A choice by its id. One that is not on offer now belongs to an earlier message and is refused calmly. */
export function chose(scene: Scene, choice: string, label: string): Scene {
  if (choice === 'cancel' || choice === 'back' || choice === 'help' || choice === 'person') return steer(scene, choice, '');
  if (choice.startsWith(INTENT_CHOICE)) return meet(scene, [choice.slice(INTENT_CHOICE.length)], label, null);
  if (scene.state.awaiting === 'resume') return resume(scene, choice);
  if (scene.state.awaiting === 'erase') return answerErase(scene, choice);
  if (innermost(scene) !== null) {
    const isOffered = openQuestion(scene)?.choices?.some(({ id }) => id === choice) ?? false;
    return isOffered ? answerDialog(scene, { text: label, choice }, null) : stale(scene);
  }
  if (!scene.state.offered.some(({ id }) => id === choice)) return stale(scene);
  if (choice === 'none-of-these') return noneOfThese(scene);
  return scene.state.awaiting === 'feedback' && (choice === 'yes' || choice === 'no') ? rated(scene, { intent: scene.state.lastIntent, helped: choice === 'yes' }) : stale(scene);
}

function stale(scene: Scene): Scene {
  return askAgain(say(traced(scene, { decision: 'decline' }), { text: wordsOf(scene).stale }));
}

function noneOfThese(scene: Scene): Scene {
  const misses = scene.state.misses + 1;
  const words = wordsOf(scene);
  const missed = remember(traced(scene, { decision: 'decline' }), { misses });
  if (misses < MISSES_BEFORE_A_PERSON) return offer(missed, { text: words.noneOfTheseTaken, choices: [personChoice(scene)] });
  return offerPerson(missed);
}

function resume(scene: Scene, choice: string): Scene {
  const going = remember(traced(scene, { decision: 'dialog' }), { awaiting: null });
  if (choice === 'yes') return askAgain(going);
  if (choice === 'no') return offer(remember(going, { stack: [], queue: [] }), { text: wordsOf(scene).resumeNo });
  return stale(scene);
}
