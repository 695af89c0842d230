import type { Marks } from '../../../bot/ports.ts';

/** Marks in memory that keep the port's promise: what was set first stands until its time. */
export function memoryMarks(now: () => Date): Marks {
  const rows = new Map<string, { readonly value: string; readonly until: Date }>();
  const standing = (name: string): string | null => {
    const row = rows.get(name);
    return row !== undefined && row.until > now() ? row.value : null;
  };
  return {
    set: (kind, key, value, until) => {
      const name = `${kind} ${key}`;
      if (standing(name) === null) rows.set(name, { value, until });
      return Promise.resolve(standing(name) ?? value);
    },
    read: (kind, key) => Promise.resolve(standing(`${kind} ${key}`)),
  };
}
