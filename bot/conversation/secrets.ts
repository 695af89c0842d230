/** A message that held a secret: it was masked before it came here. */
import { innermost } from './floor.ts';
import { priorOf } from './prior.ts';
import { isShared } from './privately.ts';
import { remember, say, type Scene } from './scene.ts';
import type { SecretKind, TurnEvent } from './types.ts';
import { wordsOf } from './wording.ts';

const REMOVED_MARK = /\[bortta[^\]]*\]/gu;
/** Stands where something was taken out: without it the words around would make a sentence that nobody wrote. */
const GAP = ' … ';

/** Whether a secret was taken out of the message of this turn. */
export function tookSecret({ turn: { event } }: Scene): boolean {
  return event.kind === 'said' && (event.removed ?? []).length > 0;
}

/**
 * The words that are read: without what was taken out. The clause that announced it says no need of its own, so it goes
 * too: in a dialog always, elsewhere where the rest is understood by itself ("... och kortet är stulet").
 */
export function textRead(scene: Scene, { text, rest }: Extract<TurnEvent, { kind: 'said' }>): string {
  const whole = text.replace(REMOVED_MARK, GAP).replace(/\s+/gu, ' ').trim();
  if (rest === undefined || rest === whole) return whole;
  if (innermost(scene) !== null) return rest;
  return scene.brain.understander.understand(rest, priorOf(scene)).understanding.kind === 'sure' ? rest : whole;
}

/** Tells what was taken out, in the language of the message that held it. */
export function warnedOfSecret(scene: Scene, removed: readonly SecretKind[], text: string): Scene {
  if (removed.length === 0) return scene;
  const heard = innermost(scene) === null ? remember(scene, { language: scene.brain.understander.understand(text, priorOf(scene)).language }) : scene;
  const words = wordsOf(heard);
  // What the bot does not keep still stands in the chat, where others read it.
  return say(heard, { text: isShared(heard) ? `${words.removed(removed)} ${words.deleteYourself}` : words.removed(removed) });
}
