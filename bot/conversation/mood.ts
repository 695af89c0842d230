/** Anger or sadness in a message: a human word comes before help. It never decides what the message is about. */
import { fold, words } from '../../dialogs/fold.ts';
import { english } from './mood-words.en.ts';
import { type MoodWords, swedish } from './mood-words.sv.ts';
import { say, type Scene } from './scene.ts';
import { wordsOf } from './wording.ts';

export type Mood = 'anger' | 'sadness';

const either = (list: keyof MoodWords): RegExp => words([...swedish[list], ...english[list]].join('|'));
const ANGER = either('anger');
const SADNESS = either('sadness');
const PRAISE = either('praise');

export function moodOf(text: string): Mood | null {
  const folded = fold(text);
  if (PRAISE.test(folded)) return null;
  if (ANGER.test(folded)) return 'anger';
  return SADNESS.test(folded) ? 'sadness' : null;
}

export function soothed(scene: Scene, text: string): Scene {
  const mood = moodOf(text);
  return mood === null ? scene : say(scene, { text: wordsOf(scene).sympathy[mood] });
}
