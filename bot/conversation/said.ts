/** The user typed something. */
import type { Choice } from '../../dialogs/dialog.ts';
import { type Answer, isDoubtful, yesOrNo } from '../../dialogs/yes-no.ts';
import type { Reading } from '../../intents/reading.ts';
import { changeOfSent } from './after-ticket.ts';
import { personChoice } from './answers.ts';
import { careFirst } from './care.ts';
import { asksYesOrNo, choiceOf } from './choices.ts';
import { answerPersonOffer, chose } from './chose.ts';
import { asksHowItGoes, asksIfBlocked, commandOf, plain } from './commands.ts';
import { askAgain, innermost, openQuestion } from './floor.ts';
import { answerDialog } from './inside.ts';
import { languageOf } from './language.ts';
import { noneOfThese } from './misses.ts';
import { offer } from './offer.ts';
import { PERSON } from './own-requests.ts';
import { priorOf } from './prior.ts';
import { rated } from './rated.ts';
import { remember, say, type Scene, traced } from './scene.ts';
import { textRead, tookSecret, warnedOfSecret } from './secrets.ts';
import { steer } from './steer.ts';
import type { TurnEvent } from './types.ts';
import { act, topicOf } from './understood.ts';
import { wordsOf } from './wording.ts';

export function said(scene: Scene, event: Extract<TurnEvent, { kind: 'said' }>): Scene {
  const text = textRead(scene, event);
  const warned = warnedOfSecret(scene, event.removed ?? [], text);
  if (event.cut === true) return askAgain(say(traced(warned, { decision: 'decline' }), { text: wordsOf(warned).tooLong(scene.brain.settings.maxMessageChars) }));
  if (plain(text) === '') return nothingLeft(traced(warned, { decision: 'decline' }), tookSecret(scene));
  const reading = scene.brain.understander.understand(text, priorOf(scene));
  // In a dialog the language stays, as a name or a word of the screen tells little.
  const heard = awaitResume(innermost(scene) === null ? remember(warned, { language: languageOf(scene, text, reading) }) : warned);
  return careFirst(heard, text, reading, (so, rest) => read(so, rest, so.brain.understander.understand(rest, priorOf(so)))) ?? read(heard, text, reading);
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

function read(scene: Scene, text: string, reading: Reading): Scene {
  const question = openQuestion(scene);
  const offered = question?.choices ?? scene.state.offered;
  const picked = choiceOf(text, offered, question?.ownNumbers);
  if (picked !== null) return chose(scene, picked.id, text);
  if (isDoubtful(text) && asksYesOrNo(offered)) return askForClearYes(scene, offered);
  const isOutside = innermost(scene) === null;
  const helped = isOutside ? helpedOf(scene, text) : null;
  if (helped !== null) return rated(scene, { intent: scene.state.lastIntent, helped });
  const answer = isOutside ? yesOrNo(text, scene.state.awaiting === 'person') : null;
  if (answer !== null) return unasked(scene, text, reading, answer);
  const command = commandOf(text) ?? (asksAboutRequest(scene, text, isOutside) ? 'status' : null);
  const changed = isOutside && (command === null || command === 'amend') ? changeOfSent(scene, text) : null;
  if (changed !== null) return offer(traced(scene, { decision: 'answer', intent: PERSON, candidates: reading.candidates }), { ...changed, choices: [personChoice(scene)] });
  if (command !== null) return steer(scene, command, text);
  if (!isOutside) return answerDialog(scene, { text, choice: null, topic: topicOf(reading) }, reading);
  return act(remember(scene, { awaiting: null }), reading, text);
}

/** "Ok?" is no yes, least of all to something that cannot be taken back. */
function askForClearYes(scene: Scene, offered: readonly Choice[]): Scene {
  const text = wordsOf(scene).answerClearly;
  const read = traced(scene, { decision: 'smalltalk' });
  return innermost(scene) === null ? offer(read, { text, choices: offered }) : askAgain(say(read, { text }));
}

/** "Det funkar ändå inte" answers "fick du hjälp?" as well as no does. */
function helpedOf(scene: Scene, text: string): boolean | null {
  if (scene.state.awaiting !== 'feedback') return null;
  const { itHelped, itDidNotHelp } = wordsOf(scene);
  if (itHelped.includes(plain(text))) return true;
  return itDidNotHelp.includes(plain(text)) ? false : null;
}

/** A yes or no without its button: to the offer of a person, to "which is it?", where a no means none of them, or to nothing. */
function unasked(scene: Scene, text: string, reading: Reading, answer: Answer): Scene {
  if (scene.state.awaiting === 'person') return answerPersonOffer(scene, answer);
  const { offered, unclear } = scene.state;
  if (offered.some(({ id }) => id === 'none-of-these') && unclear !== null) {
    return answer === 'no' ? noneOfThese(scene) : offer(traced(scene, { decision: 'smalltalk' }), { text: wordsOf(scene).chooseOne, choices: offered }, unclear);
  }
  const isCourtesy = reading.understanding.kind === 'sure' && scene.brain.knowledge.topics.get(reading.understanding.intent)?.kind === 'smalltalk';
  return isCourtesy ? act(scene, reading, text) : offer(traced(scene, { decision: 'smalltalk' }), { text: wordsOf(scene).nothingAsked });
}

/** "Är det spärrat?", "hur går det?" from someone whose request is under way or done: the truth is in the request, not in the FAQ. */
function asksAboutRequest({ brain: { openRequests } }: Scene, text: string, isOutside: boolean): boolean {
  if (asksIfBlocked(text)) return openRequests.some(({ kind }) => kind === 'block');
  return isOutside && openRequests.length > 0 && asksHowItGoes(text);
}
