/** What the open dialog already knows, for the ticket of whoever asks for a person in the middle of it. */
import type { DialogName, Opening } from '../../dialogs/dialog.ts';
import { isProblem, withoutWish } from '../../dialogs/escalation-problem.ts';
import { dialogOf, innermost } from './floor.ts';
import { contextOf, type Scene } from './scene.ts';

/** The opening of a dialog that starts on top of another, with what that one hands over. */
export function handedOver(scene: Scene, name: DialogName, opening: Opening): Opening {
  const frame = innermost(scene);
  if (name !== 'escalation' || frame === null || opening.tried !== undefined) return opening;
  const known = dialogOf(frame, scene)?.handOver(frame, contextOf(scene)) ?? null;
  if (known === null) return opening;
  const told = withoutWish(opening.text);
  return isProblem(told) ? { ...known, text: `${known.text}\n${told}` } : known;
}
