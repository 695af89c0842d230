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

/** Starts the program `times` times, one after the other. */
export async function measureStarts(program: Program, times: number): Promise<StartFigures> {
  const starts: StartFigures[] = [];
  for (let start = 0; start < times; start++) starts.push(await startOnce(program));
  return { listeningMs: median(starts.map(({ listeningMs }) => listeningMs)), firstAnswerMs: median(starts.map(({ firstAnswerMs }) => firstAnswerMs)) };
}

async function startOnce(program: Program): Promise<StartFigures> {
  const { address, listeningMs, stop } = await run(program);
  try {
    const { seconds } = await expectingReplies({ address, connections: 1, nextQuestion: () => QUESTION })(1);
    return { listeningMs, firstAnswerMs: listeningMs + seconds * 1000 };
  } finally {
    await stop();
  }
}
