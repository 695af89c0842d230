/** Leave one voice out: the hardest honest test that the corpus itself gives. */
import type { TrainingData } from '../../intents/model.ts';
import { trainModel } from '../../intents/training.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { ask } from './measures.ts';
import { reportFigures } from './report.ts';

const NAME_LENGTH = 12;

/** Reads each voice with a model that was trained without it, and prints the figures. */
export function crossVoice({ corpus, topics }: TrainingData): void {
  const asked = corpus.map((voice) => {
    const model = trainModel({ corpus: corpus.filter((other) => other !== voice), topics });
    const questions = voice.utterances.map((utterance) => ({ ...utterance, style: voice.name }));
    return { name: voice.name.slice(0, NAME_LENGTH), answered: ask(questions, createUnderstander(model), model.kinds) };
  });
  reportFigures('Each voice read by a model trained without it, per cent', asked);
}
