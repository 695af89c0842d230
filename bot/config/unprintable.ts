/** Keeps secrets out of whatever prints a configuration: console.log, JSON, the log. */
import { inspect } from 'node:util';

/** Makes an object print itself without the named fields, and returns it. The fields stay readable and are copied by spreading. */
export function unprintable<T extends object>(value: T, fields: readonly (keyof T)[]): T {
  const withoutSecrets = (): object =>
    Object.fromEntries(Object.entries(value).map(([name, held]) => [name, fields.some((field) => field === name) && held !== null ? '[secret]' : (held as unknown)]));
  Object.defineProperty(value, 'toJSON', { value: withoutSecrets });
  Object.defineProperty(value, inspect.custom, { value: withoutSecrets });
  return value;
}
