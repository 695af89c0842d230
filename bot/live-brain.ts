/**
 * The brain in use. After an edit it answers at once from a model that goes on from the last one, and changes to the whole
 * one when that has been trained in the background.
 */
import type { LiveUnderstander } from '../intents/cache.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type BrainOptions, brainWith, liveUnderstander, type LoadedBrain } from './brain.ts';
import type { Log } from './log.ts';

export interface LiveBrain {
  current(): LoadedBrain;
  /** Uses edited knowledge. What a former edit has begun to train is given up. */
  follow(knowledge: Knowledge): Promise<void>;
  /** Ends what is being trained. */
  stop(): void;
}

interface LiveBrainOptions extends BrainOptions {
  readonly log: Log;
  /** Called with each brain that is taken into use. */
  readonly onUse: (brain: LoadedBrain) => void;
  readonly understanderOf?: typeof liveUnderstander;
}

/** Waits for the training when there is nothing to go on from. @throws CorpusError */
export async function createLiveBrain(knowledge: Knowledge, options: LiveBrainOptions): Promise<LiveBrain> {
  const { log, onUse, understanderOf = liveUnderstander } = options;
  let training = new AbortController();
  const take = (brain: LoadedBrain): LoadedBrain => {
    onUse(brain);
    return brain;
  };
  const first = await understanderOf(knowledge, { ...options, signal: training.signal });
  let current = take(brainWith(knowledge, first.now, options));
  swapLater(knowledge, first, training.signal);

  function swapLater(edited: Knowledge, { now, whole }: LiveUnderstander, signal: AbortSignal): void {
    if (whole === null) return;
    log.info({ knowledge: edited.version, model: now.version }, 'answering from a warm model while the whole one is trained');
    whole.then(
      (understander) => {
        if (signal.aborted) return;
        current = take(brainWith(edited, understander, options));
        log.info({ knowledge: edited.version, model: understander.version }, 'the whole model is in use');
      },
      (error: unknown) => {
        if (!signal.aborted) log.error({ err: error }, 'the whole model could not be trained; the warm one stays');
      },
    );
  }

  return {
    current: () => current,
    follow: async (edited) => {
      training.abort();
      training = new AbortController();
      const { signal } = training;
      const next = await understanderOf(edited, { ...options, signal });
      if (signal.aborted) {
        next.whole?.catch(() => undefined);
        return;
      }
      current = take(brainWith(edited, next.now, options));
      swapLater(edited, next, signal);
    },
    stop: () => training.abort(),
  };
}
