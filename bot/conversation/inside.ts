/** A message in the middle of a dialog: its answer, or something else that is met before the question is asked again. */
import { saysOtherCard } from '../../dialogs/card-lost-read.ts';
import type { Input } from '../../dialogs/dialog.ts';
import { saysWrong } from '../../dialogs/yes-no.ts';
import type { Reading } from '../../intents/reading.ts';
import { CARE } from './care.ts';
import { canBeCorrected, choiceOf } from './choices.ts';
import { asksForPerson, isConfused, saysSolved } from './commands.ts';
import { applyStep, askAgain, dialogOf, dropInnermost, innermost, openQuestion, topicOfFrame, withoutInnermost } from './floor.ts';
import { saysCardIsLost } from './lost-card.ts';
import { isOpen, LOST_CARD, meet } from './meet.ts';
import { missInDialog } from './misses.ts';
import { contextOf, remember, say, type Scene, traced } from './scene.ts';
import { callPerson, cancel, help } from './steer.ts';
import type { Frame } from './types.ts';
import { decline } from './understood.ts';
import { wordsOf } from './wording.ts';

/** Gives the input to the innermost dialog; what it does not take is a digression. */
export function answerDialog(scene: Scene, input: Input, reading: Reading | null): Scene {
  const frame = innermost(scene);
  if (frame === null) return scene;
  if (scene.state.awaiting === 'resume') return comeBack(scene, input, reading);
  // Whoever writes something else than yes or no goes on where the dialog was.
  if (scene.state.awaiting === 'erase') return answerDialog(remember(scene, { awaiting: null }), input, reading);
  if (reading !== null && mustBlockFirst(scene, input.text)) return meet(leavingPin(scene, frame, input.text), [LOST_CARD], input.text, reading);
  return taken(scene, frame, input) ?? (reading === null ? askAgain(scene) : digress(scene, reading, input.text));
}

/** The step of the dialog, or null where it does not take the input. */
function taken(scene: Scene, frame: Frame, input: Input): Scene | null {
  const dialog = dialogOf(frame, scene);
  const step = dialog?.step(frame, input, contextOf(scene)) ?? null;
  if (dialog === null || step === null) return dropInnermost(scene);
  if (step.then === 'misunderstood') return null;
  return applyStep(remember(withoutInnermost(traced(scene, { decision: 'dialog' })), { misses: 0 }), dialog, step);
}

/** After a long silence: a question is answered, an answer to the question of then is taken unless it would act, and all else is asked about. */
function comeBack(scene: Scene, input: Input, reading: Reading | null): Scene {
  const frame = innermost(scene);
  if (frame === null || reading === null) return askAgain(traced(scene, { decision: 'dialog' }));
  const { understanding } = reading;
  if (saysSolved(input.text)) return cancel(scene);
  const isQuestion = understanding.kind === 'sure' && scene.brain.knowledge.topics.get(understanding.intent)?.kind === 'answer';
  if (isQuestion) return digress(scene, reading, input.text);
  const going = remember(scene, { awaiting: null });
  const choice = choiceOf(input.text, openQuestion(going)?.choices ?? []);
  const answered = taken(going, frame, { ...input, choice: choice?.id ?? null });
  return answered !== null && answered.effects.length === scene.effects.length ? answered : askAgain(traced(scene, { decision: 'dialog' }));
}

/** A message that is not an answer to the question of the dialog. The question is asked again. */
export function digress(scene: Scene, reading: Reading, text: string): Scene {
  if (asksForPerson(text)) return callPerson(scene, text);
  if (saysSolved(text)) return cancel(scene);
  if (isConfused(text)) return help(scene, text);
  if (saysWrong(text) && canBeCorrected(openQuestion(scene)?.choices ?? [])) return askAgain(say(traced(scene, { decision: 'dialog' }), { text: wordsOf(scene).correctWhat }));
  const { understanding, needs } = reading;
  if (understanding.kind === 'sure') {
    const fresh = needs.filter((id) => !isOpen(scene, id));
    return fresh.length === 0 ? stayingWith(scene, reading) : meet(scene, fresh, text, reading);
  }
  if (understanding.kind === 'lost' && understanding.topic !== null && understanding.topic !== CARE) return decline(scene, reading, understanding.topic, text);
  return missInDialog(scene, reading, text);
}

/** What is asked for is what the dialog is doing. */
function stayingWith(scene: Scene, { candidates }: Reading): Scene {
  const frame = innermost(scene);
  const topic = frame === null ? '' : topicOfFrame(frame, scene);
  return askAgain(say(remember(traced(scene, { decision: 'dialog', candidates }), { awaiting: null }), { text: wordsOf(scene).workingOn(topic) }));
}

/** A card that is told to be lost in the middle of another dialog must not become a line of a ticket, or a lost PUK. */
function mustBlockFirst(scene: Scene, text: string): boolean {
  return saysCardIsLost(text) && !isOpen(scene, LOST_CARD) && !scene.brain.openRequests.some(({ kind }) => kind === 'block');
}

/** The PIN of a card that is gone needs no reset. */
function leavingPin(scene: Scene, frame: Frame, text: string): Scene {
  return frame.dialog === 'pin-reset' && !saysOtherCard(text) ? withoutInnermost(scene) : scene;
}
