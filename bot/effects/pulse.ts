/** Repeats a task until stopped, one run at a time. */
export interface Pulse {
  start(): void;
  /** Runs at once, or once more when a run is under way. Does nothing before `start`. */
  wake(): void;
  /** Resolves when the running task has ended. */
  stop(): Promise<void>;
}

/** Runs `task` every `everyMs`, counted from the end of a run. Its errors go to `onError`, and the next run comes anyway. */
export function createPulse(task: () => Promise<unknown>, everyMs: number, onError: (error: unknown) => void): Pulse {
  let started = false;
  let isRunning = false;
  let wasWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const run = (): void => {
    clearTimeout(timer);
    isRunning = true;
    wasWoken = false;
    running = task().catch(onError).finally(rest);
  };
  const rest = (): void => {
    isRunning = false;
    if (!started) return;
    if (wasWoken) run();
    else timer = setTimeout(run, everyMs);
  };
  const wake = (): void => {
    if (!started) return;
    if (isRunning) wasWoken = true;
    else run();
  };
  return {
    start: () => {
      started = true;
      wake();
    },
    wake,
    stop: async () => {
      started = false;
      clearTimeout(timer);
      await running;
    },
  };
}
