/** Commands, once for all dialogs: cancel, back, wait, help, a person, and the state of one's own tickets. */
import type { OpenRequest } from '../../dialogs/dialog.ts';
import { literal } from '../markdown.ts';
import type { Command } from './commands.ts';
import { applyStep, askAgain, dialogOf, innermost, startDialog, withoutInnermost } from './floor.ts';
import { remember, say, type Scene, traced } from './scene.ts';
import { goPrivate, isShared } from './privately.ts';
import { meet, offer } from './understood.ts';
import { personChoice } from './answers.ts';
import { askToErase } from './erase.ts';
import { numbersOf, wordsOf } from './wording.ts';

export function steer(scene: Scene, command: Command, text: string): Scene {
  switch (command) {
    case 'cancel':
      return cancel(scene);
    case 'back':
      return goBack(scene);
    case 'wait':
      return askAgain(say(traced(scene, { decision: 'smalltalk' }), { text: wordsOf(scene).takeYourTime }));
    case 'help':
      return help(scene, text);
    case 'person':
      return callPerson(scene, text);
    case 'erase':
      return askToErase(scene);
    case 'status':
      return isShared(scene) ? goPrivate(traced(scene, { decision: 'answer' }), null, text) : status(scene);
  }
}

function cancel(scene: Scene): Scene {
  const words = wordsOf(scene);
  const read = traced(scene, { decision: 'smalltalk' });
  if (innermost(scene) === null) return offer(remember(read, { awaiting: null }), { text: words.nothingToCancel });
  const text = scene.state.pending.length > 0 ? words.cancelledWithPending(numbersOf(scene)) : words.cancelled;
  return askAgain(say(remember(withoutInnermost(read), { awaiting: null, misses: 0 }), { text }));
}

function goBack(scene: Scene): Scene {
  const read = traced(scene, { decision: 'smalltalk' });
  const frame = innermost(scene);
  const dialog = frame === null ? null : dialogOf(frame, scene);
  const earlier = frame === null ? undefined : dialog?.back(frame);
  if (dialog === null || earlier === undefined) return askAgain(say(read, { text: wordsOf(scene).nothingBefore }));
  return applyStep(remember(withoutInnermost(read), { awaiting: null }), dialog, { then: 'ask', state: earlier });
}

function help(scene: Scene, text: string): Scene {
  if (innermost(scene) === null) return meet(scene, ['help'], text, null);
  return askAgain(say(traced(scene, { decision: 'smalltalk', intent: 'help' }), { text: wordsOf(scene).helpInDialog }));
}

/** The escalation dialog, from anywhere. It takes what was asked and tried from the history. */
export function callPerson(scene: Scene, text: string): Scene {
  const read = traced(scene, { decision: 'dialog', intent: 'talk-to-servicedesk' });
  if (isShared(scene)) return goPrivate(read, 'talk-to-servicedesk', text);
  if (innermost(scene)?.dialog === 'escalation') return askAgain(read);
  return startDialog(read, 'escalation', { intent: 'talk-to-servicedesk', text });
}

function status(scene: Scene): Scene {
  const words = wordsOf(scene);
  const read = traced(scene, { decision: 'answer' });
  const { openRequests } = scene.brain;
  if (openRequests.length === 0) return closing(read, words.noRequests(numbersOf(scene)));
  const isUncertain = openRequests.some(({ state }) => state === 'sending' || state === 'failed');
  const call = isUncertain ? [words.callIfUrgent(numbersOf(scene))] : [];
  return closing(read, [words.requests, openRequests.map((open) => requestLine(open, scene)).join('\n'), ...call].join('\n\n'));
}

function closing(scene: Scene, text: string): Scene {
  return innermost(scene) === null ? offer(scene, { text, choices: [personChoice(scene)] }) : askAgain(say(scene, { text }));
}

function requestLine(open: OpenRequest, scene: Scene): string {
  const answer = open.lastAnswer === undefined ? '' : ` – ”${literal(open.lastAnswer)}”`;
  const { requestName, requestStates } = wordsOf(scene);
  // A request that is still on its way has no reference yet.
  const reference = open.reference === '' ? '' : `**${open.reference}** `;
  return `- ${reference}${requestName[open.kind](literal(open.subject))}: ${requestStates[open.state]}${answer}`;
}
