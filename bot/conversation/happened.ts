/** What happens without the user: an effect has ended or is late, Servicedesk has answered. */
import { askAgain, applyStep, dialogOf, innermost } from './floor.ts';
import { contextOf, remember, say, type Scene } from './scene.ts';
import type { Pending, TurnEvent } from './types.ts';
import { wordsOf } from './wording.ts';

/** Wakes the dialog that waits for this effect. An effect that nobody waits for (feedback) ends silently. */
export function settled(scene: Scene, { key, settlement }: Extract<TurnEvent, { kind: 'settled' }>): Scene {
  const pending = scene.state.pending.find((one) => one.key === key);
  if (pending === undefined) return scene;
  const left = remember(scene, { pending: scene.state.pending.filter((one) => one !== pending) });
  const dialog = dialogOf(pending.frame, scene);
  const step = dialog?.settled(pending.frame, settlement, contextOf(left)) ?? null;
  return dialog === null || step === null ? left : applyStep(left, dialog, step);
}

/** Says, once, that the answer to an effect is late. */
export function overdue(scene: Scene): Scene {
  const isLate = ({ due }: Pending): boolean => due !== null && Date.parse(due) <= scene.turn.at.getTime();
  const late = scene.state.pending.filter(isLate);
  const told = late.reduce((so, { frame }) => say(so, ...(dialogOf(frame, so)?.late(frame, contextOf(so)) ?? [])), scene);
  const pending = scene.state.pending.map((one) => (isLate(one) ? { ...one, due: null } : one));
  return late.length === 0 ? scene : interrupted(remember(told, { pending }));
}

export function agentSaid(scene: Scene, { reference, text, closed }: Extract<TurnEvent, { kind: 'agentSaid' }>): Scene {
  const words = wordsOf(scene);
  const answer = text === '' ? [] : [{ text: words.answerFrom(reference, text) }];
  const end = closed ? [{ text: words.ticketClosed(reference) }] : [];
  return interrupted(say(scene, ...answer, ...end));
}

export function news(scene: Scene, { reference, text }: Extract<TurnEvent, { kind: 'news' }>): Scene {
  return interrupted(say(scene, { text: wordsOf(scene).newsOf(reference, text) }));
}

/** After news in the middle of a dialog its question is asked again, so that the user sees where to go on. */
function interrupted(scene: Scene): Scene {
  return innermost(scene) === null ? scene : askAgain(scene);
}
