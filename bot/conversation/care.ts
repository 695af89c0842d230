/** Somebody is ill or in danger: 112 and 1177 first and plainly, then what else the message asks for. */
import type { Reading } from '../../intents/reading.ts';
import { somethingElse } from './answers.ts';
import { besidesDanger, saysDanger } from './emergency.ts';
import { askAgain, innermost } from './floor.ts';
import { remember, say, type Scene, traced } from './scene.ts';
import { offer } from './offer.ts';

export const CARE = 'patient-care';

/** Null where the message speaks of no danger. `goOn` reads what else it says. What is said of somebody's health is not kept for a ticket. */
export function careFirst(scene: Scene, text: string, { candidates }: Reading, goOn: (scene: Scene, rest: string) => Scene): Scene | null {
  const care = scene.brain.knowledge.topics.get(CARE);
  if (care === undefined || !saysDanger(text)) return null;
  const reply = { text: care.answer[scene.state.language] };
  const rest = besidesDanger(text);
  if (rest !== '') return goOn(say(scene, reply), rest);
  const read = remember(traced(scene, { decision: 'decline', topic: CARE, candidates }), { misses: 0 });
  return innermost(read) === null ? offer(remember(read, { awaiting: null }), { ...reply, choices: [somethingElse(read)] }) : askAgain(say(read, reply));
}
