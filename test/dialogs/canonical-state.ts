/** Makes the states of a dialog finite: what people wrote themselves is replaced, so that states differ in their shape only. */
import * as z from 'zod';

/**
 * Returns a function that replaces every string which the schema does not list as a literal, makes a list of strings a
 * set, and cuts any other list to whether it is empty. One state then stands for all that differ in free text alone.
 */
export function freeTextRemoved(schema: z.ZodType): (state: unknown) => unknown {
  const literals = new Set<unknown>();
  collectLiterals(z.toJSONSchema(schema, { unrepresentable: 'any' }), literals);
  const simplify = (value: unknown): unknown => {
    if (typeof value === 'string') return literals.has(value) ? value : '…';
    if (Array.isArray(value)) return value.every((part) => typeof part === 'string') ? [...new Set(value.map(simplify))].sort() : ['…'];
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, simplify(part)]));
  };
  return simplify;
}

/** JSON Schema writes z.literal as `const` and z.enum as `enum`. */
function collectLiterals(schema: unknown, into: Set<unknown>): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [keyword, part] of Object.entries(schema) as [string, unknown][]) {
    if (keyword === 'const') into.add(part);
    else if (keyword === 'enum' && Array.isArray(part)) part.forEach((value) => into.add(value));
    else collectLiterals(part, into);
  }
}
