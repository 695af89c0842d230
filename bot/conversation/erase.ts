/** "Radera mina uppgifter": asked once more, then an effect; it takes this conversation along. */
import { eraseQuestion } from './answers.ts';
import { askAgain, innermost } from './floor.ts';
import { remember, request, say, type Scene, traced } from './scene.ts';
import { offer } from './offer.ts';
import { wordsOf } from './wording.ts';

export function askToErase(scene: Scene): Scene {
  const asked = remember(traced(scene, { decision: 'smalltalk' }), { awaiting: 'erase' });
  return innermost(scene) === null ? offer(asked, eraseQuestion(scene)) : askAgain(asked);
}

export function answerErase(scene: Scene, choice: string): Scene {
  const read = traced(scene, { decision: 'smalltalk' });
  if (choice === 'yes') return erase(read);
  const words = wordsOf(scene);
  const going = remember(read, { awaiting: null });
  const text = choice === 'no' ? words.eraseNo : words.stale;
  return innermost(scene) === null ? offer(going, { text }) : askAgain(say(going, { text }));
}

function erase(scene: Scene): Scene {
  const { person } = scene.turn;
  const keeps = scene.brain.settings.retention.erasureKeeps.map(({ kind }) => kind);
  const { scene: requested } = request(scene, [{ kind: 'erasePerson', personId: person.id, keeps }]);
  const words = wordsOf(scene);
  const text = scene.state.pending.length === 0 ? words.erasing : `${words.erasing} ${words.erasingUnderWay}`;
  return offer(remember(requested, { stack: [], queue: [], history: [], contact: null, lastIntent: null, misses: 0, awaiting: null }), { text });
}
