/** A corpus of a few messages: enough for the machinery, trained in a moment. */
import type { Voice } from '../../intents/corpus.ts';
import type { TopicExamples } from '../../intents/examples.ts';
import type { TrainingData } from '../../intents/model.ts';

function topic(id: string, kind: TopicExamples['kind'], swedish: readonly string[]): TopicExamples {
  return { id, kind, title: { sv: id, en: id }, question: { sv: `${id}?`, en: `${id}?` }, utterances: { sv: swedish, en: [] }, answer: { sv: `Om ${id}.`, en: `About ${id}.` } };
}

function voice(name: string, messages: readonly (readonly [label: string, text: string])[]): Voice {
  return { name, language: 'sv', judged: true, utterances: messages.map(([label, text]) => ({ text, label, voice: name, language: 'sv' })) };
}

export const SMALL_TOPICS: readonly TopicExamples[] = [
  topic('card-lost', 'answer', ['jag har tappat mitt kort', 'kortet är stulet']),
  topic('pin-forgotten', 'answer', ['jag har glömt min pinkod', 'fel kod tre gånger']),
  topic('greeting', 'smalltalk', ['hej', 'god morgon']),
  topic('card-price', 'no-answer', ['vad kostar kortet', 'priset på ett kort']),
];

export const SMALL_DATA: TrainingData = {
  topics: SMALL_TOPICS,
  corpus: ['anna', 'bo', 'cia'].map((name) =>
    voice(name, [
      ['card-lost', `har tappat kortet på bussen säger ${name}`],
      ['card-lost', 'spärra kortet, det är stulet'],
      ['pin-forgotten', `glömt pinkoden igen ${name}`],
      ['pin-forgotten', 'minns inte koden'],
      ['greeting', 'hej hej'],
      ['card-price', 'vad är priset på kortet'],
      ['none', 'vad blir det till lunch'],
      ['none', `kommer ${name} på festen`],
    ]),
  ),
};
