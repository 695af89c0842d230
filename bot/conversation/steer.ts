/** Commands, once for all dialogs: cancel, back, wait, help, a person, and what else people write to steer. */
import { firstChoices } from './answers.ts';
import type { Command } from './commands.ts';
import { answerErase, askToErase } from './erase.ts';
import { applyStep, askAgain, dialogName, dialogOf, goOn, innermost, startDialog, withoutInnermost } from './floor.ts';
import { meet } from './meet.ts';
import { soothed } from './mood.ts';
import { offer } from './offer.ts';
import { PERSON, tellRequests } from './own-requests.ts';
import { goPrivate, isShared } from './privately.ts';
import { noteExchange, remember, say, type Scene, traced } from './scene.ts';
import type { Language } from './types.ts';
import { numbersOf, wordsOf } from './wording.ts';

export function steer(scene: Scene, command: Command, text: string): Scene {
  switch (command) {
    case 'cancel':
      return cancel(scene);
    case 'cancel-all':
      return cancelAll(scene);
    case 'call':
      return innermost(scene) === null ? offer(remember(traced(scene, { decision: 'smalltalk' }), { awaiting: null }), { text: wordsOf(scene).callInstead(numbersOf(scene)) }) : cancel(scene);
    case 'leave':
      return innermost(scene) === null ? meet(scene, ['goodbye'], text, null) : cancel(scene);
    case 'back':
      return goBack(scene);
    case 'restart':
      return restart(scene);
    case 'repeat':
      return innermost(scene) === null ? askAnew(scene) : askAgain(traced(scene, { decision: 'smalltalk' }));
    case 'wait':
      return askAgain(say(traced(scene, { decision: 'smalltalk' }), { text: wordsOf(scene).takeYourTime }));
    case 'help':
      return help(scene, text);
    case 'identity':
      return introduce(scene);
    case 'person':
      return callPerson(scene, text);
    case 'erase':
      return askToErase(scene);
    case 'status':
      return tellRequests(scene, text);
    case 'amend':
      return innermost(scene)?.dialog === 'escalation' ? cancel(scene) : tellRequests(scene, text, true);
    case 'to-swedish':
      return inLanguage(scene, 'sv');
    case 'to-english':
      return inLanguage(scene, 'en');
  }
}

export function cancel(scene: Scene): Scene {
  if (scene.state.awaiting === 'erase') return answerErase(scene, 'no');
  const read = traced(scene, { decision: 'smalltalk' });
  const { nothingToCancel, droppedToo } = wordsOf(scene);
  if (innermost(scene) === null) return offer(remember(read, { awaiting: null, queue: [] }), { text: scene.state.queue.length === 0 ? nothingToCancel : droppedToo });
  return goOn(say(remember(withoutInnermost(read), { awaiting: null, misses: 0 }), { text: cancelled(scene) }));
}

function cancelAll(scene: Scene): Scene {
  const { stack, queue } = scene.state;
  const ended = cancel(remember(scene, { stack: stack.slice(-1), queue: stack.length === 0 ? queue : [] }));
  return stack.length > 1 || (stack.length === 1 && queue.length > 0) ? say(ended, { text: wordsOf(scene).droppedToo }) : ended;
}

/** The truth about what was sent, and for a lost card the number all the same. */
function cancelled(scene: Scene): string {
  const words = wordsOf(scene);
  if (scene.state.pending.length > 0) return words.cancelledWithPending(numbersOf(scene));
  const name = dialogName(innermost(scene)?.dialog ?? null, scene);
  return (name === null ? words.dialogChanged : words.cancelled[name])(numbersOf(scene));
}

function goBack(scene: Scene): Scene {
  const read = traced(scene, { decision: 'smalltalk' });
  const frame = innermost(scene);
  const dialog = frame === null ? null : dialogOf(frame, scene);
  const earlier = frame === null ? undefined : dialog?.back(frame);
  if (dialog === null || earlier === undefined) return askAgain(say(read, { text: wordsOf(scene).nothingBefore }));
  return applyStep(remember(withoutInnermost(read), { awaiting: null }), dialog, { then: 'ask', state: earlier });
}

/** A dialog that has no beginning to return to is cancelled: what was told in it must not be sent by mistake. */
function restart(scene: Scene): Scene {
  const frame = innermost(scene);
  if (frame === null) return askAnew(scene);
  const dialog = dialogOf(frame, scene);
  const first = dialog?.restarted(frame);
  if (dialog === null || first === undefined) return cancel(scene);
  const read = traced(scene, { decision: 'smalltalk' });
  return applyStep(remember(withoutInnermost(read), { awaiting: null, misses: 0 }), dialog, { then: 'ask', state: first });
}

function askAnew(scene: Scene): Scene {
  return offer(remember(traced(scene, { decision: 'smalltalk' }), { awaiting: null }), { text: wordsOf(scene).whatIsYourQuestion });
}

/** "Är du en robot?" */
function introduce(scene: Scene): Scene {
  const words = wordsOf(scene);
  const read = traced(scene, { decision: 'smalltalk', intent: 'help' });
  if (innermost(scene) !== null) return askAgain(say(read, { text: words.identity }));
  return offer(remember(read, { awaiting: null }), { text: `${words.identity} ${words.whatIsYourQuestion}`, choices: firstChoices(scene) });
}

function inLanguage(scene: Scene, language: Language): Scene {
  const changed = remember(traced(scene, { decision: 'smalltalk' }), { language });
  const words = wordsOf(changed);
  if (innermost(changed) !== null) return askAgain(say(changed, { text: words.inThisLanguage }));
  return offer(changed, { text: `${words.inThisLanguage} ${words.whatIsYourQuestion}` });
}

export function help(scene: Scene, text: string): Scene {
  if (innermost(scene) === null) return meet(scene, ['help'], text, null);
  return askAgain(say(traced(scene, { decision: 'smalltalk', intent: 'help' }), { text: wordsOf(scene).helpInDialog }));
}

/** The escalation dialog, from anywhere. It takes what was asked and tried from the history. */
export function callPerson(scene: Scene, text: string): Scene {
  const { unclear } = scene.state;
  const read = noteExchange(soothed(traced(scene, { decision: 'dialog', intent: PERSON }), text), unclear ?? '', '', null);
  if (isShared(scene)) return goPrivate(read, PERSON, text);
  if (innermost(scene)?.dialog === 'escalation') return askAgain(say(read, { text: wordsOf(scene).callDirectly(numbersOf(scene)) }));
  return startDialog(read, 'escalation', { intent: PERSON, text });
}
