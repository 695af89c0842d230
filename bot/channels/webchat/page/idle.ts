/**
 * A chat that nobody uses is cleared, so that the next person at a shared computer never sees it. The clock on the wall
 * counts, not timers, which stand still while a computer sleeps; and it counts through a reload.
 * WCAG 2.2, 2.2.1 (Timing Adjustable): a minute's warning, and any key or press goes on, as often as one likes.
 */
import { forget, keep, recall } from './storage.ts';

export interface IdleOptions {
  readonly idleMs: number;
  /** Called every second while the warning stands. */
  readonly onWarning: (secondsLeft: number) => void;
  readonly onUsed: () => void;
  readonly onIdle: () => void;
}

export interface IdleWatch {
  /** As any key or press does. */
  readonly used: () => void;
  readonly stop: () => void;
}

export const warningMs = 60_000;
const tickMs = 1000;
const storageKey = 'etjanstekort-used-at';
const signsOfLife = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
const returns = ['focus', 'pageshow', 'visibilitychange', 'resume'] as const;

/** Whether what the tab keeps was left longer ago. */
export function wasLeft(idleMs: number): boolean {
  return Date.now() - Number(recall(storageKey) ?? Date.now()) >= idleMs;
}

export function forgetUse(): void {
  forget(storageKey);
}

export function watchIdle({ idleMs, onWarning, onUsed, onIdle }: IdleOptions): IdleWatch {
  const stopped = new AbortController();
  let isWarning = false;
  const used = (): void => {
    // A press that wakes the computer comes before the timer does.
    if (wasLeft(idleMs)) {
      tick();
      return;
    }
    keep(storageKey, String(Date.now()));
    if (isWarning) onUsed();
    isWarning = false;
  };
  const tick = (): void => {
    if (stopped.signal.aborted) return;
    const left = Number(recall(storageKey)) + idleMs - Date.now();
    if (left <= 0) {
      stop();
      onIdle();
    } else if (left <= warningMs) {
      isWarning = true;
      onWarning(Math.ceil(left / 1000));
    }
  };
  const timer = setInterval(tick, tickMs);
  const stop = (): void => {
    stopped.abort();
    clearInterval(timer);
  };
  const options = { capture: true, passive: true, signal: stopped.signal };
  for (const name of signsOfLife) document.addEventListener(name, used, options);
  for (const name of returns) for (const target of [window, document]) target.addEventListener(name, tick, options);
  keep(storageKey, String(Date.now()));
  return { used, stop };
}
