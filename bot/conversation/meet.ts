/**
 * Meets every need of a message. The order is that of the message, but a lost card goes before everything: its number
 * first, then the other answers, then its question. Of two dialogs the second is named, and follows when the first ends.
 */
import type { Opening } from '../../dialogs/dialog.ts';
import type { Reading } from '../../intents/reading.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { answerReply, declineText, plainAnswer } from './answers.ts';
import { CARE } from './care.ts';
import { askAgain, dialogOfIntent, innermost, startDialog } from './floor.ts';
import { goPrivate, isShared } from './privately.ts';
import { noteExchange, remember, say, type Scene, traced } from './scene.ts';
import { decline } from './understood.ts';
import { offer } from './offer.ts';
import { wordsOf } from './wording.ts';

export const LOST_CARD = 'card-lost';
/** Advice to try a card, which nobody can who has lost it. */
const NEEDS_THE_CARD: ReadonlySet<string> = new Set(['certificate-missing', 'test-card']);

export function meet(scene: Scene, needs: readonly string[], text: string, reading: Reading | null): Scene {
  const topics = inOrder(known(needs, scene));
  const first = topics[0];
  if (first === undefined) return decline(scene, reading, null, text);
  const isDialog = (topic: Topic): boolean => dialogOfIntent(topic.id, scene) !== null;
  const decision = isDialog(first) ? 'dialog' : first.kind === 'smalltalk' ? 'smalltalk' : 'answer';
  const read = traced(scene, { decision, intent: first.id, intents: topics.map(({ id }) => id), candidates: reading?.candidates ?? [] });
  const noted = topics.reduce((so, topic) => noteExchange(so, text, topic.title[so.state.language], topic.id), remember(read, { misses: 0 }));
  const aside = asideOf(reading, scene);
  const start = topics.findIndex(isDialog);
  if (start === -1) return askAgain(giveAnswers(noted, [...aside, ...topics], true));
  const dialogs = topics.filter(isDialog);
  // With a lost card the number comes first, also before what there is no answer to.
  const before = first.id === LOST_CARD ? [] : [...aside, ...topics.slice(0, start)];
  const beside = [...(before.length === 0 ? aside : []), ...topics.slice(start).filter((topic) => !isDialog(topic))];
  return startDialogs(giveAnswers(noted, before, false), dialogs, text, beside);
}

/** Not care: who writes "patienten väntar" asks about the card, and danger has been answered before this. */
function asideOf(reading: Reading | null, scene: Scene): readonly Topic[] {
  const aside = reading?.aside ?? null;
  return aside === null || aside === CARE ? [] : known([aside], scene);
}

function known(ids: readonly string[], scene: Scene): readonly Topic[] {
  return [...new Set(ids)].flatMap((id) => scene.brain.knowledge.topics.get(id) ?? []);
}

function inOrder(topics: readonly Topic[]): readonly Topic[] {
  const lost = topics.filter(({ id }) => id === LOST_CARD);
  return lost.length === 0 ? topics : [...lost, ...topics.filter(({ id }) => id !== LOST_CARD && !NEEDS_THE_CARD.has(id))];
}

function giveAnswers(scene: Scene, topics: readonly Topic[], isLast: boolean): Scene {
  return topics.reduce((so, topic, index) => {
    if (topic.kind === 'no-answer') return say(so, { text: declineText(topic, so) });
    const closing = isLast && index === topics.length - 1 && innermost(so) === null;
    const remembered = remember(so, { lastIntent: topic.kind === 'answer' ? topic.id : so.state.lastIntent, awaiting: so.state.awaiting === 'resume' ? 'resume' : null });
    if (!closing) return say(remembered, plainAnswer(topic, so));
    return offer(remember(remembered, { awaiting: topic.kind === 'answer' ? 'feedback' : null }), answerReply(topic, so));
  }, scene);
}

function startDialogs(scene: Scene, topics: readonly Topic[], text: string, beside: readonly Topic[]): Scene {
  const openings = topics.map((topic): Opening => ({ intent: topic.id, text }));
  const [first] = openings;
  const name = first === undefined ? null : dialogOfIntent(first.intent, scene);
  if (first === undefined || name === null) return scene;
  if (isShared(scene)) return goPrivate(giveAnswers(scene, beside, false), first.intent, text);
  // A button pressed twice must not open a second copy, which could send a second request.
  if (isOpen(scene, first.intent)) return askAgain(giveAnswers(scene, beside, false));
  const waiting = waitingOf(openings, scene);
  const queued = remember(scene, { lastIntent: first.intent, queue: [...scene.state.queue, ...waiting] });
  return startDialog(queued, name, first, (so) => naming(giveAnswers(so, beside, false), waiting));
}

/** One opening for each dialog that is neither the first nor open: two needs of one dialog stand together in its text. */
function waitingOf([first, ...rest]: readonly Opening[], scene: Scene): readonly Opening[] {
  const nameOf = ({ intent }: Opening) => dialogOfIntent(intent, scene);
  const taken = new Set([...(first === undefined ? [] : [nameOf(first)]), ...scene.state.queue.map(nameOf)]);
  return rest.filter((opening) => {
    const isNew = !taken.has(nameOf(opening)) && !isOpen(scene, opening.intent);
    taken.add(nameOf(opening));
    return isNew;
  });
}

/** Nobody should think that the second need was not heard. */
function naming(scene: Scene, waiting: readonly Opening[]): Scene {
  const { later } = wordsOf(scene);
  const named = waiting.flatMap(({ intent }) => {
    const name = dialogOfIntent(intent, scene);
    return name === null ? [] : [later[name]];
  });
  return named.length === 0 || innermost(scene) === null ? scene : say(scene, { text: named.join(' ') });
}

export function isOpen(scene: Scene, id: string): boolean {
  const dialog = scene.brain.knowledge.topics.get(id)?.dialog ?? null;
  return dialog !== null && scene.state.stack.some((frame) => frame.dialog === dialog);
}
