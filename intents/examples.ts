/** All that there is to learn from: the voices, the examples in the topics' own files, and ambiguous messages. */
import type { Topic } from '../knowledge/knowledge.ts';
import { ENGLISH_AMBIGUITIES } from './ambiguous.en.ts';
import { SWEDISH_AMBIGUITIES } from './ambiguous.sv.ts';
import type { Voice } from './corpus.ts';
import type { Kind } from './decide.ts';
import { NONE } from './reading.ts';
import type { Language } from './reading.ts';

export interface Example {
  readonly text: string;
  /** Topic ids or `none`; more than one where the message fits several. */
  readonly labels: readonly string[];
  readonly voice: string;
  readonly language: Language;
}

export type TopicExamples = Pick<Topic, 'id' | 'kind' | 'title' | 'question' | 'utterances' | 'answer'>;

/** The voice of the examples that stand in the topics' own files and in the lists of ambiguous messages. */
export const KNOWLEDGE_VOICE = 'knowledge';

export function topicKinds(topics: readonly TopicExamples[]): ReadonlyMap<string, Kind> {
  return new Map(topics.map(({ id, kind }) => [id, kind]));
}

/** All that a topic's own file says of it, by its id. */
export function topicDocuments(topics: readonly TopicExamples[]): ReadonlyMap<string, string> {
  return new Map(topics.map((topic) => [topic.id, [...ownExamples(topic).map(({ text }) => text), topic.answer.sv, topic.answer.en].join('\n')]));
}

/** All examples. What the corpus labels with a topic that is no more is outside the bot's information. */
export function allExamples(corpus: readonly Voice[], topics: readonly TopicExamples[]): Example[] {
  const known = new Set(topics.map(({ id }) => id));
  const spoken = corpus.flatMap(({ utterances }) => utterances).map(({ label, ...rest }) => ({ ...rest, labels: [known.has(label) ? label : NONE] }));
  return [...spoken, ...topics.flatMap(ownExamples), ...ambiguousExamples(known)];
}

function ownExamples({ id, title, question, utterances }: TopicExamples): Example[] {
  return (['sv', 'en'] as const).flatMap((language) =>
    [title[language], question[language], ...utterances[language]].map((text) => ({ text, labels: [id], voice: KNOWLEDGE_VOICE, language })),
  );
}

function ambiguousExamples(known: ReadonlySet<string>): Example[] {
  const lists = [
    { language: 'sv', ambiguities: SWEDISH_AMBIGUITIES },
    { language: 'en', ambiguities: ENGLISH_AMBIGUITIES },
  ] as const;
  return lists.flatMap(({ language, ambiguities }) =>
    ambiguities.flatMap(({ between, texts }) => {
      const labels = between.filter((id) => known.has(id));
      return labels.length === 0 ? [] : texts.map((text) => ({ text, labels, voice: KNOWLEDGE_VOICE, language }));
    }),
  );
}
