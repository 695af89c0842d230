/** Acts on how a message was read: meets its needs, asks which, or declines with the right door. */
import { foundAfterSending } from '../../dialogs/card-lost.ts';
import type { Reply } from '../../dialogs/dialog.ts';
import type { Reading } from '../../intents/reading.ts';
import { clarifyReply, declineText, personAsYes, personChoice, somethingElse, topicChoice } from './answers.ts';
import { CARE } from './care.ts';
import { saysWork } from './emergency.ts';
import { askAgain, innermost } from './floor.ts';
import { saysCardIsLost } from './lost-card.ts';
import { isOpen, LOST_CARD, meet } from './meet.ts';
import { isShared } from './privately.ts';
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
      return meet(scene, withLostCard(reading.needs, text), text, reading);
    case 'torn':
      if (isLikelyLostCard(reading) || saysCardIsLost(text)) return meet(scene, [LOST_CARD], text, reading);
      return offer(traced(scene, { decision: 'clarify', candidates: reading.candidates, offers: understanding.between }), clarifyReply(understanding.between, scene));
    case 'lost':
      if (saysCardIsLost(text)) return meet(scene, [LOST_CARD], text, reading);
      return decline(scene, reading, topicAskedAbout(understanding.topic, text), text);
  }
}

/** The classifier may hear only what stands beside the loss. */
function withLostCard(needs: readonly string[], text: string): readonly string[] {
  return saysCardIsLost(text) ? [LOST_CARD, ...needs] : needs;
}

/** Staff who tell where they work, or that patients wait, do not ask about care. */
function topicAskedAbout(topic: string | null, text: string): string | null {
  return topic === CARE && saysWork(text) ? null : topic;
}

function isLikelyLostCard({ candidates }: Reading): boolean {
  const best = candidates[0];
  return best?.intent === LOST_CARD && best.confidence >= LOST_CARD_FROM;
}

/** A message in the middle of a dialog that is not an answer to its question. The question is asked again. */
export function digress(scene: Scene, reading: Reading, text: string): Scene {
  const { understanding } = reading;
  if (understanding.kind === 'sure') {
    const fresh = reading.needs.filter((id) => !isOpen(scene, id));
    return fresh.length === 0 ? missInDialog(scene, reading) : meet(scene, fresh, text, reading);
  }
  if (understanding.kind === 'lost' && understanding.topic !== null && understanding.topic !== CARE) return decline(scene, reading, understanding.topic, text);
  return missInDialog(scene, reading);
}

export function decline(scene: Scene, reading: Reading | null, topicId: string | null, text: string): Scene {
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
