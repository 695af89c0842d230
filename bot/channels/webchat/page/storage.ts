/**
 * What the page keeps in its tab. Where the browser blocks storage (a frame of another origin, a strict policy) it is kept
 * in memory: a reload then begins anew, and everything else works.
 */

const memory = new Map<string, string>();

/** The kept text, or null. */
export function recall(key: string): string | null {
  return tabStorage()?.getItem(key) ?? memory.get(key) ?? null;
}

export function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Blocked, full or read-only.
    memory.set(key, text);
  }
}

export function forget(key: string): void {
  tabStorage()?.removeItem(key);
  memory.delete(key);
}

/** Null where it is blocked: then even looking at it throws. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
