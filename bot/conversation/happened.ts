/** What happens without the user: an effect has ended or is late, Servicedesk has answered. */
import { askAgain, applyStep, dialogOf, goOn } from './floor.ts';
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

/** Says, once, that the answer to an effect is late. What waited for it waits no longer. */
export function overdue(scene: Scene): Scene {
  const isLate = ({ due }: Pending): boolean => due !== null && Date.parse(due) <= scene.turn.at.getTime();
  const late = scene.state.pending.filter(isLate);
  const told = late.reduce((so, { frame }) => say(so, ...(dialogOf(frame, so)?.late(frame, contextOf(so)) ?? [])), scene);
  const pending = scene.state.pending.map((one) => (isLate(one) ? { ...one, due: null } : one));
  return late.length === 0 ? scene : goOn(remember(told, { pending }));
}

/** In the middle of a dialog its question is asked again, so that the user sees where to go on. */
export function agentSaid(scene: Scene, { reference, text, closed }: Extract<TurnEvent, { kind: 'agentSaid' }>): Scene {
  const words = wordsOf(scene);
  const answer = text === '' ? [] : [{ text: words.answerFrom(reference, text) }];
  const end = closed ? [{ text: words.ticketClosed(reference) }] : [];
  return askAgain(say(scene, ...answer, ...end));
}

export function news(scene: Scene, { reference, text }: Extract<TurnEvent, { kind: 'news' }>): Scene {
  return askAgain(say(scene, { text: wordsOf(scene).newsOf(reference, text) }));
}
