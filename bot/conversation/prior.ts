/** What the conversation knows of the next message before it is read. */
import type { Prior } from '../../intents/reading.ts';
import { innermost } from './floor.ts';
import type { Scene } from './scene.ts';

/** In a dialog "det" and "den" mean what the dialog asked about, not what was answered before it. */
export function priorOf(scene: Scene): Prior {
  const { lastIntent, language } = scene.state;
  if (lastIntent === null || innermost(scene) !== null) return { lastIntent: null, language };
  const { topics } = scene.brain.knowledge;
  return {
    lastIntent,
    language,
    related: topics.get(lastIntent)?.related ?? [],
    relating: [...topics.values()].filter(({ related }) => related.includes(lastIntent)).map(({ id }) => id),
  };
}
