/** Faults in knowledge files, each with its file and line, so that a content owner can go straight to it. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';

export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Every fault of a loading, at once. Nothing of the loading is used. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map((fault) => `  ${fault.file}:${fault.line}: ${fault.message}`);
    super(`The knowledge has ${faults.length} fault${faults.length === 1 ? '' : 's'}. Correct ${faults.length === 1 ? 'it' : 'them'} and try again:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

/** A YAML text parsed by a schema; faults are reported with the line in the file (`firstLine` is that of the text's start). */
export function parseYaml<T>(source: string, schema: z.ZodType<T>, file: string, firstLine: number, report: (fault: Fault) => void): T | null {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  for (const error of document.errors) report({ file, line: firstLine - 1 + counter.linePos(error.pos[0]).line, message: error.message.split('\n')[0] ?? 'cannot be read' });
  if (document.errors.length > 0) return null;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const offset = offsetOf(document, issue.path);
    const line = offset === null ? firstLine : firstLine - 1 + counter.linePos(offset).line;
    report({ file, line, message: `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}` });
  }
  return null;
}

/** Where the value at `path`, or its nearest ancestor that is written down, begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const last = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    if (isSeq(parent)) {
      const item = parent.items[Number(last)];
      if (isScalar(item) && item.range) return item.range[0];
    }
  }
  return null;
}
