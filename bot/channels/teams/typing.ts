/** The sign that the bot is writing. */

/** Settles as `work` does. `showTyping` is called once, if `work` takes longer than `afterMs`; whether that succeeds does not matter. */
export async function withTyping<T>(afterMs: number, showTyping: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    showTyping().catch(() => undefined);
  }, afterMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
