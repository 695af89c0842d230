/** What is between the person and the bot is not talked about where others read along. */
import { INTENT_CHOICE } from './answers.ts';
import { remember, say, type Scene } from './scene.ts';
import { numbersOf, wordsOf } from './wording.ts';

export function isShared(scene: Scene): boolean {
  return scene.turn.circumstances?.isShared === true;
}

/** Asks the channel to go on in a chat of the person's own: with a topic's dialog, or with the very words. */
export function goPrivate(scene: Scene, intent: string | null, text: string): Scene {
  const words = wordsOf(scene);
  const opening = { choice: intent === null ? null : INTENT_CHOICE + intent, text, language: scene.state.language };
  const inPrivate = { ...opening, person: scene.turn.person, otherwise: words.privatelyByHand(numbersOf(scene)) };
  return say(remember(scene, { offered: [], unclear: null, awaiting: null }), { text: words.privately, inPrivate });
}
