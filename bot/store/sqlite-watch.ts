import type { Database } from 'better-sqlite3';

/**
 * Calls `onChange` after another connection has committed, at most once every `everyMs` milliseconds. Own commits do not
 * count: https://sqlite.org/pragma.html#pragma_data_version. Ends with the returned function, or when the database is closed.
 */
export function watchForeignCommits(database: Database, everyMs: number, onChange: () => void): () => void {
  let seen = dataVersion(database);
  const timer = setInterval(() => {
    if (!database.open) {
      clearInterval(timer);
      return;
    }
    const current = dataVersion(database);
    if (current === seen) return;
    seen = current;
    onChange();
  }, everyMs);
  // Looking for news is no reason to keep the process running.
  timer.unref();
  return () => clearInterval(timer);
}

/** null when it cannot be read: the next turn or health check reports why, a timer has nobody to tell. */
function dataVersion(database: Database): unknown {
  try {
    return database.pragma('data_version', { simple: true });
  } catch {
    return null;
  }
}
