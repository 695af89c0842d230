/** How much is measured, and how long it takes. */

export interface Plan {
  /** Each figure of a turn is the median of so many rounds. */
  readonly rounds: number;
  readonly secondsPerRun: number;
  /** Turns of each way before the first round, until the hot code has been compiled. */
  readonly warmUpTurns: number;
  /** Starts of each kind; their figures are medians too. */
  readonly starts: number;
  /** Also a start without a trained model. It takes as long as the training does. */
  readonly trains: boolean;
  readonly idleSeconds: number;
  readonly connections: readonly number[];
}

/** Two minutes on two busy cores, nearly half of it for training. */
export const FULL: Plan = { rounds: 3, secondsPerRun: 1, warmUpTurns: 600, starts: 3, trains: true, idleSeconds: 2, connections: [1, 16] };

/** Shows that everything runs; the figures are rough. */
export const QUICK: Plan = { rounds: 1, secondsPerRun: 0.4, warmUpTurns: 100, starts: 1, trains: false, idleSeconds: 0.5, connections: [1, 16] };
