/**
 * What a content owner gets who adds a topic with an answer and three example questions. For some topics in turn all
 * lines of the corpus are taken away and the own file is cut to three Swedish questions; then the lines of every voice are
 * asked. What the newcomer costs the others is judged by voices that are left out, beside a model that has all its lines.
 */
import type { Voice } from '../../intents/corpus.ts';
import type { TopicExamples } from '../../intents/examples.ts';
import type { Model, TrainingData } from '../../intents/model.ts';
import { assemble, trainPart } from '../../intents/training.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { answeredRightly, ask, offered, percent, within } from './measures.ts';
import type { Answered } from './measures.ts';
import { table } from './table.ts';

/** Facts, steps, errands and failures; near ones to others and far ones. */
const TOPICS = ['card-validity', 'pin-rules', 'card-holder-lost', 'remote-access', 'certificate-expiry', 'name-change', 'employment-end', 'test-card', 'choose-card-station', 'remove-certificate'];
const QUESTIONS = 3;
/** One voice in so many is left out of a training, to judge what it costs the others. */
const GROUPS = 4;
const UNTIMED = 0;

export function newTopicReport({ corpus, topics }: TrainingData): string {
  const confidence = assemble([0, 1, 2, 3, 'whole' as const].map((part) => trainPart(part, { corpus, topics }, {}, () => undefined)), { corpus, topics });
  const train = (data: TrainingData): Model => ({ ...confidence, ...withClassifier(data, confidence) });
  const before = Array.from({ length: GROUPS }, (_, group) => train({ corpus: without(corpus, group), topics }));
  const all: Answered[][] = [[], [], []];
  const rows = TOPICS.map((id, index) => {
    const group = index % GROUPS;
    const after = train({ corpus: without(corpus, group).map((voice) => onlyOthers(voice, id)), topics: topics.map((topic) => (topic.id === id ? cut(topic) : topic)) });
    const own = answers(corpus, after, ({ label }) => label === id);
    const others = corpus.filter((_, place) => place % GROUPS === group);
    const [was, is] = [before[group] ?? after, after].map((model) => answers(others, model, ({ label }) => label !== id)) as [Answered[], Answered[]];
    for (const [place, answered] of [own, was, is].entries()) all[place]?.push(...answered);
    return row(id, own, was, is, id);
  });
  const [own = [], was = [], is = []] = all;
  return table(['new topic', 'asked', 'top-1', 'top-3', 'answered', 'one click', 'others asked', 'top-1 before', 'after', 'wrong of answers before', 'after', 'drawn to it'], [...rows, row('all', own, was, is, null)]);
}

/** A model as after a live edit: its own classifier, and the confidence of the model before. */
function withClassifier(data: TrainingData, confidence: Model): Pick<Model, 'classifier'> {
  const result = trainPart('whole', data, {}, () => undefined);
  return result.part === 'whole' ? { classifier: result.classifier } : confidence;
}

const without = (corpus: readonly Voice[], group: number): Voice[] => corpus.filter((_, place) => place % GROUPS !== group);
const onlyOthers = (voice: Voice, id: string): Voice => ({ ...voice, utterances: voice.utterances.filter(({ label }) => label !== id) });
const cut = (topic: TopicExamples): TopicExamples => ({ ...topic, utterances: { sv: topic.utterances.sv.slice(0, QUESTIONS), en: [] } });

function answers(voices: readonly Voice[], model: Model, isAsked: (utterance: Voice['utterances'][number]) => boolean): Answered[] {
  return ask(voices.flatMap(({ name, utterances }) => utterances.filter(isAsked).map((utterance) => ({ ...utterance, style: name }))), createUnderstander(model), model.kinds, UNTIMED);
}

function row(name: string, own: readonly Answered[], was: readonly Answered[], is: readonly Answered[], id: string | null): string[] {
  const share = (some: readonly Answered[], test: (one: Answered) => boolean): string => percent(some.filter(test).length, some.length);
  const inScope = (some: readonly Answered[]): Answered[] => some.filter(({ truth }) => truth !== 'none');
  const wrong = (some: readonly Answered[]): string => share(some.filter(({ reading }) => reading.understanding.kind === 'sure'), (one) => !answeredRightly(one));
  const drawn = ({ reading }: Answered): boolean => reading.candidates[0]?.intent === id;
  return [
    name,
    `${own.length}`,
    share(own, (one) => within(one, 1)),
    share(own, (one) => within(one, 3)),
    share(own, answeredRightly),
    share(own, (one) => answeredRightly(one) || offered(one)),
    `${is.length}`,
    share(inScope(was), (one) => within(one, 1)),
    share(inScope(is), (one) => within(one, 1)),
    wrong(was),
    wrong(is),
    id === null ? '' : share(is, drawn),
  ];
}
