/** A wait that can be cut short. One at a time. */
export interface Pause {
  /** Resolves after that time, in milliseconds, or at the next `end`. */
  start(milliseconds: number): Promise<void>;
  end(): void;
}

export function createPause(): Pause {
  let end = (): void => undefined;
  return {
    start: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
}
