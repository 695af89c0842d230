/** Acts on how a message was read: answers, starts dialogs, asks which, or declines with the right door. */
import { foundAfterSending } from '../../dialogs/card-lost.ts';
import type { Opening, Reply } from '../../dialogs/dialog.ts';
import type { Reading } from '../../intents/reading.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import { answerReply, clarifyReply, declineText, personAsYes, personChoice, plainAnswer, somethingElse, topicChoice } from './answers.ts';
import { askAgain, dialogName, innermost, startDialog } from './floor.ts';
import { goPrivate, isShared } from './privately.ts';
import { contextOf, noteExchange, remember, say, type Scene, traced } from './scene.ts';
import { numbersOf, wordsOf } from './wording.ts';

/** Misses in a row after which a person is offered. */
export const MISSES_BEFORE_A_PERSON = 2;
/**
 * A lost card is acted on from here on, where other topics are asked about: every minute counts, nothing is sent without
 * a yes, and a wrong guess costs one "avbryt".
 */
const LOST_CARD_FROM = 0.6;

/** A message outside any dialog. */
export function act(scene: Scene, reading: Reading, text: string): Scene {
  const { understanding } = reading;
  switch (understanding.kind) {
    case 'sure':
      return meet(scene, reading.needs.length > 0 ? reading.needs : [understanding.intent], text, reading);
    case 'torn':
      if (isLikelyLostCard(reading)) return meet(scene, ['card-lost'], text, reading);
      // Noted, so that a ticket holds the question also when none of them was meant.
      return offer(traced(noteExchange(scene, text, '', null), { decision: 'clarify', candidates: reading.candidates, offers: understanding.between }), clarifyReply(understanding.between, scene));
    case 'lost':
      return decline(scene, reading, understanding.topic, text);
  }
}

/** What a message is surely about by itself, also where the bot has no answer to it. A likely lost card counts as sure. */
export function topicOf(reading: Reading): string | null {
  const { understanding, needs } = reading;
  if (needs.includes('card-lost') || (understanding.kind === 'torn' && isLikelyLostCard(reading))) return 'card-lost';
  if (understanding.kind === 'sure') return understanding.intent;
  return understanding.kind === 'lost' ? understanding.topic : null;
}

function isLikelyLostCard({ candidates }: Reading): boolean {
  const best = candidates[0];
  return best?.intent === 'card-lost' && best.confidence >= LOST_CARD_FROM;
}

/** A message in the middle of a dialog that is not an answer to its question. The question is asked again. */
export function digress(scene: Scene, reading: Reading, text: string): Scene {
  const { understanding } = reading;
  if (understanding.kind === 'sure') {
    const fresh = reading.needs.filter((id) => !isOpen(scene, id));
    return fresh.length === 0 ? missInDialog(scene, reading) : meet(scene, fresh, text, reading);
  }
  if (understanding.kind === 'lost' && understanding.topic !== null) return decline(scene, reading, understanding.topic, text);
  return missInDialog(scene, reading);
}

/** Meets every need of a message: questions are answered first, then the first dialog starts and others wait. */
export function meet(scene: Scene, needs: readonly string[], text: string, reading: Reading | null): Scene {
  const topics = needs.flatMap((id) => scene.brain.knowledge.topics.get(id) ?? []);
  const dialogs = topics.filter((topic) => dialogName(topic.dialog, scene) !== null);
  const answers = topics.filter((topic) => !dialogs.includes(topic));
  const first = topics[0];
  if (first === undefined) return decline(scene, reading, null, text);
  const decision = dialogs.includes(first) ? 'dialog' : first.kind === 'smalltalk' ? 'smalltalk' : 'answer';
  const read = traced(scene, { decision, intent: first.id, intents: topics.map(({ id }) => id), candidates: reading?.candidates ?? [] });
  const noted = topics.reduce((so, topic) => noteExchange(so, text, topic.title[so.state.language], topic.id), remember(read, { misses: 0 }));
  const answered = giveAnswers(noted, answers, dialogs.length === 0);
  return dialogs.length === 0 ? askAgain(answered) : startDialogs(answered, dialogs, text);
}

function giveAnswers(scene: Scene, topics: readonly Topic[], isLast: boolean): Scene {
  return topics.reduce((so, topic, index) => {
    const closing = isLast && index === topics.length - 1 && innermost(so) === null;
    const remembered = remember(so, { lastIntent: topic.kind === 'answer' ? topic.id : so.state.lastIntent, awaiting: so.state.awaiting === 'resume' ? 'resume' : null });
    if (!closing) return say(remembered, plainAnswer(topic, so));
    return offer(remember(remembered, { awaiting: topic.kind === 'answer' ? 'feedback' : null }), answerReply(topic, so));
  }, scene);
}

function startDialogs(scene: Scene, topics: readonly Topic[], text: string): Scene {
  const openings = topics.map((topic): Opening => ({ intent: topic.id, text }));
  const [first, ...rest] = openings;
  const name = dialogName(topics[0]?.dialog ?? null, scene);
  if (first === undefined || name === null) return scene;
  if (isShared(scene)) return goPrivate(scene, first.intent, text);
  // A button pressed twice must not open a second copy, which could send a second request.
  if (isOpen(scene, first.intent)) return askAgain(scene);
  const others = rest.filter((_, index) => topics[index + 1]?.dialog !== topics[0]?.dialog);
  return startDialog(remember(scene, { lastIntent: first.intent, queue: [...scene.state.queue, ...others] }), name, first);
}

function isOpen(scene: Scene, id: string): boolean {
  const dialog = scene.brain.knowledge.topics.get(id)?.dialog ?? null;
  return dialog !== null && scene.state.stack.some((frame) => frame.dialog === dialog);
}

function decline(scene: Scene, reading: Reading | null, topicId: string | null, text: string): Scene {
  const topic = topicId === null ? null : (scene.brain.knowledge.topics.get(topicId) ?? null);
  const read = traced(scene, { decision: 'decline', topic: topic?.id ?? null, candidates: reading?.candidates ?? [] });
  const noted = noteExchange(read, text, topic?.title[scene.state.language] ?? '', topic?.id ?? null);
  if (topic === null) return miss(noted);
  const related = topic.related.map((id) => topicChoice(id, scene));
  const inDialog = innermost(scene) !== null;
  const known = remember(noted, { misses: 0 });
  const block = isShared(scene) ? undefined : scene.brain.openRequests.find((open) => open.kind === 'block');
  const reply = topic.id === 'card-found' && block !== undefined ? foundAfterSending(block, contextOf(scene)) : { text: declineText(topic, scene) };
  return inDialog ? askAgain(say(known, reply)) : offer(known, { ...reply, choices: [...related, somethingElse(scene), personChoice(scene)] });
}

/** Nothing was recognised. Twice in a row: a person is offered. */
export function miss(scene: Scene): Scene {
  const misses = scene.state.misses + 1;
  const missed = remember(scene, { misses, awaiting: null });
  if (misses < MISSES_BEFORE_A_PERSON) return offer(missed, { text: declineText(null, scene), choices: [topicChoice('help', scene), personChoice(scene)] });
  return offerPerson(missed);
}

export function offerPerson(scene: Scene): Scene {
  return offer(scene, { text: wordsOf(scene).missedTwice(numbersOf(scene)), choices: [personAsYes(scene)] });
}

function missInDialog(scene: Scene, reading: Reading): Scene {
  const misses = scene.state.misses + 1;
  const missed = remember(traced(scene, { decision: 'decline', candidates: reading.candidates }), { misses });
  const words = wordsOf(scene);
  const text = misses < MISSES_BEFORE_A_PERSON ? words.missedInDialog : words.missedTwice(numbersOf(scene));
  return askAgain(say(missed, { text }));
}

/** Says a reply outside the dialogs and remembers its choices, so that typed text can pick one. */
export function offer(scene: Scene, reply: Reply): Scene {
  return say(remember(scene, { offered: reply.choices ?? [] }), reply);
}
