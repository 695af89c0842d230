/** How much is measured, and how long it takes. */

export interface Plan {
  /** Each figure is the median of so many rounds. */
  readonly rounds: number;
  /** Load before the first round, so that the code has been compiled. */
  readonly warmUpSeconds: number;
  readonly secondsPerRun: number;
  /** Starts of each kind; the figure is their median. */
  readonly starts: number;
  /** Also a start without a trained model. It takes as long as the training does. */
  readonly trains: boolean;
  readonly connections: readonly number[];
}

/** About a minute and a half on two cores. */
export const FULL: Plan = { rounds: 3, warmUpSeconds: 1, secondsPerRun: 1, starts: 3, trains: true, connections: [1, 16] };

/** Seconds: shows that everything runs, and figures that are right to the nearest fifth or so. */
export const QUICK: Plan = { rounds: 1, warmUpSeconds: 0.4, secondsPerRun: 0.4, starts: 1, trains: false, connections: [1, 16] };
