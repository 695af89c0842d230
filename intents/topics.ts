/** What the understanding needs of the topics in knowledge/, and the examples that a content owner keeps in them. */
import type { Topic } from '../knowledge/knowledge.ts';
import { ENGLISH_AMBIGUITIES } from './ambiguous.en.ts';
import { SWEDISH_AMBIGUITIES } from './ambiguous.sv.ts';
import type { Utterance, Voice } from './corpus.ts';
import type { Kind } from './decide.ts';
import { NONE } from './reading.ts';

export type TopicExamples = Pick<Topic, 'id' | 'kind' | 'title' | 'question' | 'utterances'>;

/** The voice of the examples that stand in the topics' own files and in the lists of ambiguous messages. */
export const KNOWLEDGE_VOICE = 'knowledge';

export function topicKinds(topics: readonly TopicExamples[]): ReadonlyMap<string, Kind> {
  return new Map(topics.map(({ id, kind }) => [id, kind]));
}

/** All examples. What the corpus labels with a topic that is no more is outside the bot's information. */
export function allExamples(corpus: readonly Voice[], topics: readonly TopicExamples[]): Utterance[] {
  const known = new Set(topics.map(({ id }) => id));
  const spoken = corpus.flatMap(({ utterances }) => utterances).map((utterance) => (known.has(utterance.label) ? utterance : { ...utterance, label: NONE }));
  return [...spoken, ...topics.flatMap(ownExamples), ...ambiguousExamples(known)];
}

function ownExamples({ id, title, question, utterances }: TopicExamples): Utterance[] {
  return (['sv', 'en'] as const).flatMap((language) =>
    [title[language], question[language], ...utterances[language]].map((text) => ({ text, label: id, voice: KNOWLEDGE_VOICE, language })),
  );
}

function ambiguousExamples(known: ReadonlySet<string>): Utterance[] {
  const lists = [
    { language: 'sv', ambiguities: SWEDISH_AMBIGUITIES },
    { language: 'en', ambiguities: ENGLISH_AMBIGUITIES },
  ] as const;
  return lists.flatMap(({ language, ambiguities }) =>
    ambiguities.flatMap(({ between, texts }) =>
      between.filter((id) => known.has(id)).flatMap((label) => texts.map((text) => ({ text, label, voice: KNOWLEDGE_VOICE, language }))),
    ),
  );
}
