/** How long a start takes: to listening, and to the first answer. */
import { expectingReplies } from './message-load.ts';
import { type Program, run } from './process.ts';
import { median } from './turns.ts';

export interface StartFigures {
  readonly listeningMs: number;
  /** Includes the time to listening. */
  readonly firstAnswerMs: number;
}

const QUESTION = 'Hur länge gäller kortet?';

/** What the bot says when it has no model that fits. */
const TRAINING = /^Learning/m;

/** Starts the program `times` times, one after the other. @throws when a start trains a model that should be at hand */
export async function measureStarts(program: Program, times: number, mayTrain = false): Promise<StartFigures> {
  const starts: StartFigures[] = [];
  for (let start = 0; start < times; start++) starts.push(await startOnce(program, mayTrain));
  return { listeningMs: median(starts.map(({ listeningMs }) => listeningMs)), firstAnswerMs: median(starts.map(({ firstAnswerMs }) => firstAnswerMs)) };
}

async function startOnce(program: Program, mayTrain: boolean): Promise<StartFigures> {
  const { address, greeting, listeningMs, stop } = await run(program);
  try {
    if (!mayTrain && TRAINING.test(greeting)) throw new Error('Knowledge or corpus were edited while the benchmark ran. Run it again.');
    const { seconds } = await expectingReplies({ address, connections: 1, nextQuestion: () => QUESTION })(1);
    return { listeningMs, firstAnswerMs: listeningMs + seconds * 1000 };
  } finally {
    await stop();
  }
}
