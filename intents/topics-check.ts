/** What a content owner should look at before publishing: examples that the model reads as something else. */
import type { TopicExamples } from './examples.ts';
import type { Understander } from './reading.ts';

export interface Misread {
  readonly topic: string;
  readonly text: string;
  /** What it was read as: the topic acted on, the topics offered, or the topic declined. */
  readonly readAs: readonly string[];
  /** Still right, but only after a question. */
  readonly isOffered: boolean;
}

/** Every example of the topics' own files that would not lead straight to its topic. */
export function misreadExamples(topics: readonly TopicExamples[], understander: Understander): readonly Misread[] {
  return topics.flatMap(({ id, utterances }) =>
    (['sv', 'en'] as const).flatMap((language) =>
      utterances[language].flatMap((text): Misread[] => {
        const readAs = meaning(understander, text, language);
        return readAs.length === 1 && readAs[0] === id ? [] : [{ topic: id, text, readAs, isOffered: readAs.includes(id) }];
      }),
    ),
  );
}

function meaning(understander: Understander, text: string, language: 'sv' | 'en'): readonly string[] {
  const { understanding, needs } = understander.understand(text, { lastIntent: null, language });
  switch (understanding.kind) {
    case 'sure':
      return needs;
    case 'torn':
      return understanding.between;
    case 'lost':
      return understanding.topic === null ? [] : [understanding.topic];
  }
}
