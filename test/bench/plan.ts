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
  /** Of the load that comes at a pace of its own. */
  readonly pacedSeconds: number;
  readonly pacedTurnsPerSecond: number;
  /** Web chats that are open and silent. */
  readonly idleChats: number;
  /** Turns in the store: little, and much. */
  readonly storeTurns: readonly number[];
}

/** Meant for two quiet cores, and five minutes. */
export const FULL: Plan = {
  rounds: 3,
  secondsPerRun: 1,
  warmUpTurns: 400,
  starts: 3,
  trains: true,
  idleSeconds: 2,
  connections: [1, 16, 64],
  pacedSeconds: 8,
  pacedTurnsPerSecond: 200,
  idleChats: 2_000,
  storeTurns: [1_000, 1_000_000],
};

/** Shows that everything runs; the figures are rough. */
export const QUICK: Plan = {
  rounds: 1,
  secondsPerRun: 0.3,
  warmUpTurns: 80,
  starts: 1,
  trains: false,
  idleSeconds: 0.5,
  connections: [1, 16],
  pacedSeconds: 1,
  pacedTurnsPerSecond: 200,
  idleChats: 100,
  storeTurns: [1_000, 20_000],
};
