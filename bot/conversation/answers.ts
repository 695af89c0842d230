/** Replies outside the dialogs: answers with their source, declines with their door, clarifications. */
import type { AnswerFacts, Choice, Reply } from '../../dialogs/dialog.ts';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Scene } from './scene.ts';
import { wordsOf } from './wording.ts';

/** Topic ids that people reach by a button are written as "intent:<id>". */
export const INTENT_CHOICE = 'intent:';

export function topicTitle(id: string, scene: Scene): string {
  return scene.brain.knowledge.topics.get(id)?.title[scene.state.language] ?? id;
}

export function topicChoice(id: string, scene: Scene): Choice {
  const title = topicTitle(id, scene);
  return { id: INTENT_CHOICE + id, label: title.charAt(0).toUpperCase() + title.slice(1) };
}

/** The answer of a topic with its links, its source and, past its date, a warning. No choices. */
export function answerText(topic: Topic, scene: Scene): string {
  const words = wordsOf(scene);
  const { links } = scene.brain.knowledge;
  const parts = [withoutMail(topic.answer[scene.state.language], scene)];
  const named = topic.links.flatMap((name) => links[name] ?? []);
  if (named.length > 0) parts.push(`${words.readMore}: ${named.map(linkText).join(', ')}.`);
  if (topic.kind === 'answer') {
    const source = links[topic.source.link];
    parts.push(`${words.source}: ${source === undefined ? topic.source.name : linkText(source)}`);
  }
  if (topic.reviewBy !== null && topic.reviewBy < scene.turn.at.toISOString().slice(0, 10)) parts.push(words.overdueReview(topic.reviewBy));
  return parts.join('\n\n');
}

/** Mail is too slow beside a lost card, so that no paragraph that sends people there is said. */
function withoutMail(answer: string, scene: Scene): string {
  const { rafunktionen } = scene.brain.knowledge;
  return isAboutLostCard(scene) ? answer.split('\n\n').filter((paragraph) => !paragraph.includes(rafunktionen)).join('\n\n') : answer;
}

function isAboutLostCard({ state }: Scene): boolean {
  return state.stack.some(({ dialog }) => dialog === 'card-lost');
}

/** An answer by itself, with what stands behind it. No choices. */
export function plainAnswer(topic: Topic, scene: Scene): Reply {
  const text = answerText(topic, scene);
  return topic.kind === 'answer' ? { text, answer: factsOf(topic, scene) } : { text };
}

/** An answer followed by "Fick du hjälp?" and what people ask next. */
export function answerReply(topic: Topic, scene: Scene): Reply {
  const { helped } = wordsOf(scene);
  const related = topic.related.map((id) => topicChoice(id, scene));
  const { text, answer } = plainAnswer(topic, scene);
  if (answer === undefined) return { text, choices: related };
  return { text: `${text}\n\n${helped}`, choices: [...yesNo(scene), ...related], answer: { ...answer, helped } };
}

function factsOf({ id, source, owner, reviewed }: Topic, scene: Scene): AnswerFacts {
  const { title, url } = scene.brain.knowledge.links[source.link] ?? { title: source.name, url: null };
  return { intent: id, source: { title, url, owner, reviewed } };
}

/** That the source does not answer it, who can help, and what the bot understood. */
export function declineText(topic: Topic | null, scene: Scene): string {
  const { doors } = scene.brain.knowledge;
  const { language } = scene.state;
  const words = wordsOf(scene);
  const body = topic === null ? words.decline : topic.answer[language];
  const name = topic?.door ?? 'outside';
  const door = doors[name === 'general' && isAboutLostCard(scene) ? 'servicedesk-phone' : name]?.[language] ?? '';
  const answer = [body, door].filter((part) => part !== '').join(' ');
  // Last: what to do comes first, above all when someone is ill.
  return topic === null ? answer : `${answer}\n\n${words.understood(topic.title[language])}`;
}

export function clarifyReply(between: readonly string[], scene: Scene): Reply {
  const words = wordsOf(scene);
  return { text: words.clarify(between.map((id) => topicTitle(id, scene))), choices: [...between.map((id) => topicChoice(id, scene)), { id: 'none-of-these', label: words.noneOfThese }] };
}

export function yesNo(scene: Scene): readonly Choice[] {
  const words = wordsOf(scene);
  return [
    { id: 'yes', label: words.yes },
    { id: 'no', label: words.no },
  ];
}

/** What will be gone, what stays and for how long; nothing is erased without a yes to it. */
export function eraseQuestion(scene: Scene): Reply {
  const { erasureKeeps } = scene.brain.settings.retention;
  const words = wordsOf(scene);
  const kept = erasureKeeps.map(({ kind, days }) => `- ${words.keptKinds[kind]}: ${words.keptFor(days)}`);
  const stays = kept.length === 0 ? [] : [[words.eraseKeeps, ...kept].join('\n')];
  return { text: [words.eraseAsk, ...stays, words.eraseSure].join('\n\n'), choices: [{ id: 'yes', label: words.yes, typed: words.yesErase }, { id: 'no', label: words.no, typed: words.noErase }] };
}

/** One tap to say that a decline was a misunderstanding. */
export function somethingElse(scene: Scene): Choice {
  return { id: 'none-of-these', label: wordsOf(scene).somethingElse };
}

export function personChoice(scene: Scene): Choice {
  return { id: 'person', label: wordsOf(scene).person };
}

/** What people come for most, one tap away. */
export function firstChoices(scene: Scene): readonly Choice[] {
  return [...['card-lost', 'pin-forgotten', 'certificate-missing', 'order-card'].map((id) => topicChoice(id, scene)), personChoice(scene)];
}

function linkText({ title, url }: { title: string; url: string | null }): string {
  return url === null ? title : `[${title}](${url})`;
}
