/** Reads knowledge/ from disk: all of it valid, or a KnowledgeError that lists every fault. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type * as z from 'zod';
import { type Fault, KnowledgeError, parseYaml } from './faults.ts';
import type { Knowledge, NamedLink, Text, Topic } from './knowledge.ts';
import { type Named, namesIn, replaceNames } from './names.ts';
import { contactsFile, doorsFile, frontMatter, linksFile } from './schema.ts';

type Report = (fault: Fault) => void;

interface Draft {
  readonly file: string;
  readonly meta: z.output<typeof frontMatter>;
  readonly answer: Text;
  /** Where the body begins, for faults in it. */
  readonly bodyLine: number;
  readonly source: string;
}

/**
 * The knowledge in `folder` (links.yaml, contacts.yaml, doors.yaml and faq/*.md).
 * @throws KnowledgeError with every fault, each with file and line.
 */
export function loadKnowledge(folder: string): Knowledge {
  const faults: Fault[] = [];
  const report: Report = (fault) => void faults.push(fault);
  const sources = readSources(folder);
  const links = readFile('links.yaml', linksFile, sources, report);
  const contacts = readFile('contacts.yaml', contactsFile, sources, report);
  const doors = readFile('doors.yaml', doorsFile, sources, report);
  const drafts = [...sources].filter(([file]) => file.endsWith('.md')).flatMap(([file, source]) => readTopic(file, source, report) ?? []);
  if (links === null || contacts === null || doors === null) throw new KnowledgeError(faults);
  const named: Named = { links: withoutNotes(links), servicedesk: contacts.servicedesk, rafunktionen: contacts.rafunktionen };
  checkDoors(doors, sources.get('doors.yaml') ?? '', named, report);
  for (const draft of drafts) checkReferences(draft, drafts, named, doors, report);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return {
    version: versionOf(sources),
    topics: new Map(drafts.map((draft) => [draft.meta.id, topicOf(draft, named)])),
    ...named,
    doors: Object.fromEntries(Object.entries(doors).map(([id, text]) => [id, replaceBoth(text, named)])),
  };
}

function readSources(folder: string): Map<string, string> {
  const topics = existsSync(join(folder, 'faq')) ? readdirSync(join(folder, 'faq')).filter((name) => name.endsWith('.md')).sort() : [];
  const files = ['links.yaml', 'contacts.yaml', 'doors.yaml', ...topics.map((name) => `faq/${name}`)];
  return new Map(files.filter((file) => existsSync(join(folder, file))).map((file) => [file, readFileSync(join(folder, file), 'utf8').normalize('NFC')]));
}

function readFile<T>(file: string, schema: z.ZodType<T>, sources: ReadonlyMap<string, string>, report: Report): T | null {
  const source = sources.get(file);
  if (source !== undefined) return parseYaml(source, schema, file, 1, report);
  report({ file, line: 1, message: 'the file is missing' });
  return null;
}

function readTopic(file: string, source: string, report: Report): Draft | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (match === null) {
    report({ file, line: 1, message: 'must begin with a line ---, the settings of the topic, and a line ---' });
    return null;
  }
  const [, head = '', body = ''] = match;
  const bodyLine = source.slice(0, source.length - body.length).split('\n').length;
  const meta = parseYaml(head, frontMatter, file, 2, report);
  const answer = { sv: section(body, 'sv'), en: section(body, 'en') };
  for (const language of ['sv', 'en'] as const) {
    if (answer[language] === '') report({ file, line: bodyLine, message: `needs a section "## ${language}" with the answer` });
  }
  if (meta === null) return null;
  if (meta.id !== basename(file, '.md')) report({ file, line: 2, message: `id is "${meta.id}", but the file is named ${basename(file)}: let them agree` });
  return { file, meta, answer, bodyLine, source };
}

function section(body: string, language: string): string {
  const parts = body.split(/^## *(\S+) *$/m);
  const at = parts.findIndex((part, index) => index % 2 === 1 && part === language);
  return at === -1 ? '' : (parts[at + 1] ?? '').trim();
}

function checkReferences({ file, meta, source, bodyLine }: Draft, drafts: readonly Draft[], named: Named, doors: z.output<typeof doorsFile>, report: Report): void {
  const lineOf = (words: string): number => {
    const index = source.split('\n').findIndex((line) => line.includes(words));
    return index === -1 ? bodyLine : index + 1;
  };
  for (const { name } of namesIn(source)) {
    if (!isKnown(name, named)) report({ file, line: lineOf(`[[${name}]]`), message: `[[${name}]] is not in links.yaml` });
  }
  for (const name of [...meta.links, meta.source.link]) {
    if (named.links[name] === undefined) report({ file, line: lineOf(name), message: `the link "${name}" is not in links.yaml` });
  }
  for (const id of meta.related) {
    if (!drafts.some((draft) => draft.meta.id === id)) report({ file, line: lineOf('related:'), message: `the related topic "${id}" has no file in faq/` });
  }
  if (meta.door !== null && doors[meta.door] === undefined) report({ file, line: lineOf('door:'), message: `the door "${meta.door}" is not in doors.yaml` });
}

function checkDoors(doors: z.output<typeof doorsFile>, source: string, named: Named, report: Report): void {
  for (const text of Object.values(doors)) {
    for (const { name } of [...namesIn(text.sv), ...namesIn(text.en)]) {
      const line = source.slice(0, source.indexOf(`[[${name}]]`)).split('\n').length;
      if (!isKnown(name, named)) report({ file: 'doors.yaml', line, message: `[[${name}]] is not in links.yaml` });
    }
  }
}

function isKnown(name: string, named: Named): boolean {
  return name === 'servicedesk' || name === 'rafunktionen' || named.links[name] !== undefined;
}

function topicOf({ meta, answer }: Draft, named: Named): Topic {
  return { ...meta, answer: replaceBoth(answer, named) };
}

function replaceBoth(text: Text, named: Named): Text {
  return { sv: replaceNames(text.sv, 'sv', named), en: replaceNames(text.en, 'en', named) };
}

function withoutNotes(links: z.output<typeof linksFile>): Record<string, NamedLink> {
  return Object.fromEntries(Object.entries(links).map(([name, { title, url }]) => [name, { title, url }]));
}

function versionOf(sources: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [file, source] of sources) hash.update(file).update('\0').update(source).update('\0');
  return hash.digest('hex').slice(0, 16);
}
