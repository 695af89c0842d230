/** Who has the floor: starts dialogs, applies their steps, asks the open question again, and brings lower dialogs back. */
import type { Choice, DialogName, Opening, Reply, Step } from '../../dialogs/dialog.ts';
import type { RunnableDialog } from './runnable.ts';
import { contextOf, remember, request, say, type Scene } from './scene.ts';
import type { Frame } from './types.ts';
import { eraseQuestion, personChoice, yesNo } from './answers.ts';
import { handedOver } from './hand-over.ts';
import { numbersOf, wordsOf } from './wording.ts';

/** A dialog on another comes back. There are three, so nothing that was begun is lost when the last one is needed too. */
const DEPTH = 3;

export function innermost(scene: Scene): Frame | null {
  return scene.state.stack.at(-1) ?? null;
}

export function dialogOf(frame: Frame, scene: Scene): RunnableDialog | null {
  return Object.values(scene.brain.dialogs).find((dialog) => dialog.name === frame.dialog) ?? null;
}

/** What is said between the first words of a dialog and its question. */
type Beside = (scene: Scene) => Scene;
const nothing: Beside = (scene) => scene;

/** Starts a dialog on top; the innermost one gives way when the stack is full. A need of it that waited is met by this. */
export function startDialog(scene: Scene, name: DialogName, opening: Opening, beside = nothing): Scene {
  const dialog = scene.brain.dialogs[name];
  const lower = scene.state.stack.slice(0, DEPTH - 1);
  const queue = scene.state.queue.filter(({ intent }) => dialogOfIntent(intent, scene) !== name);
  const cleared = remember(scene, { stack: lower, queue, offered: [], unclear: null, awaiting: null, misses: 0 });
  return applyStep(cleared, dialog, dialog.start(contextOf(cleared), handedOver(scene, name, opening)), beside);
}

/** Applies a step of a dialog whose own frame is not on the stack (any more). `misunderstood` is for the caller to handle. */
export function applyStep(scene: Scene, dialog: RunnableDialog, step: Step<unknown>, beside = nothing): Scene {
  switch (step.then) {
    case 'ask':
      return askAgain(beside(remember(say(scene, ...(step.say ?? [])), { stack: [...scene.state.stack, frameOf(dialog, step.state)] })));
    // Nothing comes between "jag skickar" and how it went: what waits goes on when the effect has ended, or is late.
    case 'await':
      return beside(awaitEffects(say(scene, ...step.say), dialog, step));
    case 'finish':
      // What a last word offers can be typed as well as pressed.
      return goOn(beside(remember(say(scene, ...step.say), { offered: step.say.at(-1)?.choices ?? [] })));
    case 'switch':
      return startDialog(say(step.keep === undefined ? scene : remember(scene, { stack: [...scene.state.stack, frameOf(dialog, step.keep)] }), ...(step.say ?? [])), step.to, step.opening, beside);
    case 'misunderstood':
      return scene;
  }
}

function awaitEffects(scene: Scene, dialog: RunnableDialog, step: Extract<Step<unknown>, { then: 'await' }>): Scene {
  const { scene: requested, keys } = request(scene, step.effects);
  const due = new Date(scene.turn.at.getTime() + scene.brain.settings.effectLateMs).toISOString();
  const pending = keys.map((key) => ({ key, frame: frameOf(dialog, step.state), due }));
  return remember(requested, { pending: [...requested.state.pending, ...pending] });
}

function frameOf(dialog: RunnableDialog, state: unknown): Frame {
  return { dialog: dialog.name, version: dialog.version, state };
}

/** When a dialog has left the floor, the one below goes on, or a need that waited is met. */
export function goOn(scene: Scene): Scene {
  const lower = innermost(scene);
  if (lower !== null) return askAgain(say(resumed(lower, scene), { text: wordsOf(scene).backTo(topicOfFrame(lower, scene)) }));
  const [next, ...queue] = scene.state.queue;
  if (next === undefined) return scene;
  const rest = remember(scene, { queue });
  const name = dialogOfIntent(next.intent, scene);
  return name === null ? goOn(rest) : startDialog(say(rest, { text: wordsOf(scene).nowNext[name] }), name, next);
}

/** The dialog that serves a topic. */
export function dialogOfIntent(intent: string, scene: Scene): DialogName | null {
  return dialogName(scene.brain.knowledge.topics.get(intent)?.dialog ?? null, scene);
}

function resumed(frame: Frame, scene: Scene): Scene {
  const back = dialogOf(frame, scene)?.resumed(frame, contextOf(scene)) ?? frame;
  return remember(scene, { stack: [...scene.state.stack.slice(0, -1), back] });
}

export function dialogName(name: string | null, scene: Scene): DialogName | null {
  return Object.values(scene.brain.dialogs).find((dialog) => dialog.name === name)?.name ?? null;
}

export function topicOfFrame(frame: Frame, scene: Scene): string {
  const name = dialogName(frame.dialog, scene);
  return name === null ? frame.dialog : wordsOf(scene).dialogs[name];
}

/** The question that is open now: of the conversation itself, or of the innermost dialog with the ways out. */
export function openQuestion(scene: Scene): Reply | null {
  const frame = innermost(scene);
  if (frame === null) return null;
  if (scene.state.awaiting === 'resume') return { text: wordsOf(scene).resume(topicOfFrame(frame, scene)), choices: yesNo(scene) };
  if (scene.state.awaiting === 'erase') return eraseQuestion(scene);
  const dialog = dialogOf(frame, scene);
  const question = dialog?.ask(frame, contextOf(scene)) ?? null;
  if (dialog === null || question === null) return null;
  return { ...question, choices: [...(question.choices ?? []), ...waysOut(scene, frame, dialog.back(frame) !== undefined)] };
}

function waysOut(scene: Scene, frame: Frame, canGoBack: boolean): readonly Choice[] {
  const words = wordsOf(scene);
  const back = canGoBack ? [{ id: 'back', label: words.back }] : [];
  const person = frame.dialog === 'escalation' ? [] : [personChoice(scene)];
  return [...back, { id: 'cancel', label: words.cancel }, ...person];
}

/** Says the open question again; a dialog that changed under a deploy ends politely instead. */
export function askAgain(scene: Scene): Scene {
  if (innermost(scene) === null) return scene;
  const question = openQuestion(scene);
  return question === null ? dropInnermost(scene) : say(scene, question);
}

/** Ends a dialog whose stored state no longer fits its code. */
export function dropInnermost(scene: Scene): Scene {
  const dropped = remember(scene, { stack: scene.state.stack.slice(0, -1), awaiting: null });
  return askAgain(say(dropped, { text: wordsOf(scene).dialogChanged(numbersOf(scene)) }));
}

/** Takes the innermost frame off, for a step of its dialog to be applied. */
export function withoutInnermost(scene: Scene): Scene {
  return remember(scene, { stack: scene.state.stack.slice(0, -1) });
}
