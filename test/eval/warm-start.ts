/**
 * What a warm model is worth: how alike it reads the held-out questions and the whole model of the same data, and what it
 * costs. For an edit (three more examples) and for a new topic (no line of the corpus, three examples).
 */
import type { Model, TrainingData } from '../../intents/model.ts';
import { assemble, trainPart } from '../../intents/training.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { warmModel } from '../../intents/warm.ts';
import type { Question } from './held-out.ts';
import { percent } from './measures.ts';
import { describeReading, snapshot } from './snapshot.ts';
import { table } from './table.ts';

const EDITED = 'card-validity';
const ADDED = ['mitt tjänstekort är från 2021, funkar det ännu', 'efter hur lång tid måste man förnya legget', 'bäst före-datum på siths-kortet?'];
const NEW = 'card-holder-lost';
const QUESTIONS = 3;

export function warmStartReport(data: TrainingData, questions: readonly Question[]): string {
  const full = assemble([0, 1, 2, 3, 'whole' as const].map((part) => trainPart(part, data, {}, () => undefined)), data);
  const withoutLines = { ...data, corpus: data.corpus.map((voice) => ({ ...voice, utterances: voice.utterances.filter(({ label }) => label !== NEW) })) };
  const before = wholeLike(full, { ...withoutLines, topics: data.topics.filter(({ id }) => id !== NEW) });
  const edits = [
    { name: `three more examples of ${EDITED}`, previous: full, edited: { ...data, topics: data.topics.map((topic) => (topic.id === EDITED ? { ...topic, utterances: { ...topic.utterances, sv: [...topic.utterances.sv, ...ADDED] } } : topic)) } },
    { name: `${NEW} as a new topic`, previous: before, edited: { ...withoutLines, topics: data.topics.map((topic) => (topic.id === NEW ? { ...topic, utterances: { sv: topic.utterances.sv.slice(0, QUESTIONS), en: [] } } : topic)) } },
  ];
  const rows = edits.map(({ name, previous, edited }) => {
    const start = process.cpuUsage();
    const warm = warmModel(previous, edited);
    const { user } = process.cpuUsage(start);
    const whole = wholeLike(full, edited);
    return [name, (user / 1e6).toFixed(2), alike(warm, whole, questions), alike(previous, whole, questions)];
  });
  return table(['edit', 'processor s', 'read alike by warm and whole, %', 'by the model before and whole, %'], rows);
}

/** A whole classifier with the confidence of another model, so that only the classifiers are compared. */
function wholeLike(confidence: Model, data: TrainingData): Model {
  const part = trainPart('whole', data, {}, () => undefined);
  return { ...assemble([part], data), temperature: confidence.temperature, trust: confidence.trust, thresholds: confidence.thresholds };
}

function alike(one: Model, other: Model, questions: readonly Question[]): string {
  const asked = questions.map(({ text, label }) => ({ set: '', text, meant: [label] }));
  const [read, readToo] = [one, other].map((model) => snapshot(asked, createUnderstander(model)).map(describeReading));
  return percent(read?.filter((line, index) => line === readToo?.[index]).length ?? 0, asked.length);
}
