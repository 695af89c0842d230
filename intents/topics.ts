/** What the understanding needs of the topics in knowledge/, and the examples that a content owner keeps in them. */
import type { Topic } from '../knowledge/knowledge.ts';
import type { Utterance, Voice } from './corpus.ts';
import type { Kind } from './decide.ts';
import { NONE } from './reading.ts';

export type TopicExamples = Pick<Topic, 'id' | 'kind' | 'title' | 'question' | 'utterances'>;

/** The voice of the examples that stand in the topics' own files. */
export const KNOWLEDGE_VOICE = 'knowledge';

export function topicKinds(topics: readonly TopicExamples[]): ReadonlyMap<string, Kind> {
  return new Map(topics.map(({ id, kind }) => [id, kind]));
}

/** All examples. What the corpus labels with a topic that is no more is outside the bot's information. */
export function allExamples(corpus: readonly Voice[], topics: readonly TopicExamples[]): Utterance[] {
  const known = new Set(topics.map(({ id }) => id));
  const spoken = corpus.flatMap(({ utterances }) => utterances).map((utterance) => (known.has(utterance.label) ? utterance : { ...utterance, label: NONE }));
  const kept = topics.flatMap(({ id, title, question, utterances }) =>
    (['sv', 'en'] as const).flatMap((language) =>
      [title[language], question[language], ...utterances[language]].map((text) => ({ text, label: id, voice: KNOWLEDGE_VOICE, language })),
    ),
  );
  return [...spoken, ...kept];
}
