/** Acts on how a message was read: meets its needs, asks which, or declines with the right door. */
import { foundAfterSending } from '../../dialogs/card-lost.ts';
import type { Reading } from '../../intents/reading.ts';
import { clarifyReply, declineText, INTENT_CHOICE, personChoice, somethingElse, topicChoice } from './answers.ts';
import { CARE } from './care.ts';
import { asksForPerson, asksToBeCalled, saysBoth } from './commands.ts';
import { isAboutCard, saysWork } from './emergency.ts';
import { askAgain, dialogOfIntent, innermost } from './floor.ts';
import { saysCardIsLost, saysReported } from './lost-card.ts';
import { LOST_CARD, meet } from './meet.ts';
import { miss, offerPerson } from './misses.ts';
import { moodOf, soothed } from './mood.ts';
import { offer } from './offer.ts';
import { PERSON } from './own-requests.ts';
import { isShared } from './privately.ts';
import { contextOf, noteExchange, remember, say, type Scene, traced } from './scene.ts';
import { callPerson } from './steer.ts';
import { numbersOf, wordsOf } from './wording.ts';

/**
 * A lost card is acted on from here on, where other topics are asked about: every minute counts, nothing is sent without
 * a yes, and a wrong guess costs one "avbryt".
 */
const LOST_CARD_FROM = 0.6;
/** Read into swearing and sighs, which ask for none of them. */
const NO_MATTER: ReadonlySet<string> = new Set(['feedback', 'greeting', 'goodbye', 'help']);

/** A message outside any dialog. */
export function act(scene: Scene, reading: Reading, text: string): Scene {
  const { understanding } = reading;
  if (understanding.kind === 'sure') return isVenting(reading, text) ? soothe(scene, reading, text) : meetAll(scene, reading, text);
  if (saysCardIsLost(text) || (understanding.kind === 'torn' && isLikelyLostCard(reading))) return meet(scene, withPerson([LOST_CARD], text), text, reading);
  if (asksForPerson(text) || asksToBeCalled(text)) return callPerson(scene, text);
  if (isVenting(reading, text)) return soothe(scene, reading, text);
  return understanding.kind === 'torn' ? askWhich(scene, reading, understanding.between, text) : decline(soothed(scene, text), reading, topicAskedAbout(understanding.topic, text), text);
}

function askWhich(scene: Scene, reading: Reading, between: readonly string[], text: string): Scene {
  if (saysBoth(text) && isOneDialog(between, scene)) return meet(scene, between, text, reading);
  return offer(traced(soothed(scene, text), { decision: 'clarify', candidates: reading.candidates, offers: between }), clarifyReply(between, scene), text);
}

/** Anger or sadness, and no matter that the bot knows of. */
function isVenting({ understanding, needs }: Reading, text: string): boolean {
  if (moodOf(text) === null) return false;
  if (understanding.kind === 'sure') return needs.every((id) => NO_MATTER.has(id));
  return !isAboutCard(text) && (understanding.kind === 'torn' || understanding.topic === null);
}

/** A need that was typed in answer to "which is it?" goes on from the message that was unclear. */
function meetAll(scene: Scene, reading: Reading, text: string): Scene {
  const { unclear, offered } = scene.state;
  const needs = withLostCard(reading.needs, text);
  const isChoice = needs.some((id) => offered.some((choice) => choice.id === INTENT_CHOICE + id));
  return meet(scene, withPerson(needs, text), unclear !== null && isChoice ? `${unclear}\n${text}` : text, reading);
}

/** Two needs that one dialog serves ("både pin och puk") need no choice between them: the dialog reads both. */
function isOneDialog(between: readonly string[], scene: Scene): boolean {
  const [first = null, ...others] = between.map((id) => dialogOfIntent(id, scene));
  return first !== null && others.length === 1 && others[0] === first;
}

/** A human word, and then help: a person who is angry at the bot is not told that it has no information. */
function soothe(scene: Scene, { candidates }: Reading, text: string): Scene {
  const read = remember(traced(scene, { decision: 'decline', candidates }), { misses: scene.state.misses + 1 });
  return offerPerson(soothed(read, text), wordsOf(scene).whatIsWrong(numbersOf(scene)));
}

/** The wish for a person stands beside a need as a need of its own. */
function withPerson(needs: readonly string[], text: string): readonly string[] {
  return asksForPerson(text) && !needs.includes(PERSON) ? [...needs, PERSON] : needs;
}

/** The classifier may hear only what stands beside the loss. */
function withLostCard(needs: readonly string[], text: string): readonly string[] {
  if (saysReported(text) && needs.length > 1) return needs.filter((id) => id !== LOST_CARD);
  return saysCardIsLost(text) ? [LOST_CARD, ...needs] : needs;
}

/** Staff who tell where they work, or that patients wait, do not ask about care. */
function topicAskedAbout(topic: string | null, text: string): string | null {
  return topic === CARE && saysWork(text) ? null : topic;
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
  return best?.intent === LOST_CARD && best.confidence >= LOST_CARD_FROM;
}

export function decline(scene: Scene, reading: Reading | null, topicId: string | null, text: string): Scene {
  const topic = topicId === null ? null : (scene.brain.knowledge.topics.get(topicId) ?? null);
  const read = traced(scene, { decision: 'decline', topic: topic?.id ?? null, candidates: reading?.candidates ?? [] });
  const noted = noteExchange(read, text, topic?.title[scene.state.language] ?? '', topic?.id ?? null);
  if (topic === null) return miss(noted);
  const related = topic.related.map((id) => topicChoice(id, scene));
  const inDialog = innermost(scene) !== null;
  const known = remember(noted, { misses: 0 });
  const found = topic.id === 'card-found' && !isShared(scene) ? foundAfterSending(contextOf(scene)) : null;
  const reply = found ?? { text: declineText(topic, scene) };
  return inDialog ? askAgain(say(known, reply)) : offer(known, { ...reply, choices: [...related, somethingElse(scene), personChoice(scene)] });
}
