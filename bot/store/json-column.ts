import type * as z from 'zod';
import { StoredDataInvalid } from './errors.ts';

/** Reads a JSON column through its shape. `place` (table, column, key) is named in the `StoredDataInvalid` that it throws. */
export function readJson<T>(shape: z.ZodType<T>, stored: string, place: string): T {
  const parsed = shape.safeParse(parseJson(stored, place));
  if (parsed.success) return parsed.data;
  throw new StoredDataInvalid(place, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; '));
}

function parseJson(stored: string, place: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    // The engine's own message quotes the text, so it is not passed on.
    throw new StoredDataInvalid(place, 'not JSON');
  }
}
