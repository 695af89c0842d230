import { en } from './wording.en.ts';
import type { Language } from './types.ts';
import type { Scene } from './scene.ts';
import { sv, type Wording } from './wording.sv.ts';

export function wordingFor(language: Language): Wording {
  return language === 'en' ? en : sv;
}

export function wordsOf(scene: Scene): Wording {
  return wordingFor(scene.state.language);
}

/** Servicedesk's numbers as they stand in a sentence. */
export function numbersOf(scene: Scene): string {
  const { internal, external } = scene.brain.knowledge.servicedesk;
  return wordsOf(scene).servicedesk(internal, external);
}
