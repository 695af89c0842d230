/** The floor plan: which folder may import what. See the table in docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDERS = ['knowledge', 'intents', 'dialogs', 'bot'];

interface Rule {
  /** Files that the rule is about: the first rule whose `of` matches counts. */
  readonly of: RegExp;
  /** Own files that may be imported, besides those of the same folder. */
  readonly files: RegExp;
  readonly packages: RegExp;
}

const NODE = 'node:';
const NOTHING = /^$/;

const RULES: readonly Rule[] = [
  { of: /^knowledge\//, files: NOTHING, packages: /^(zod|yaml|node:.*)$/ },
  { of: /^intents\//, files: /^knowledge\/knowledge\.ts$/, packages: /^(natural\/.+|zod|yaml|node:.*)$/ },
  { of: /^dialogs\//, files: NOTHING, packages: /^zod$/ },
  { of: /^bot\/conversation\//, files: /^(dialogs\/|intents\/|knowledge\/|bot\/markdown\.ts$)/, packages: /^zod$/ },
  { of: /^bot\/channels\/teams\/package\//, files: NOTHING, packages: /^(@microsoft\/app-manifest|fflate|zod|node:.*)$/ },
  { of: /^bot\/channels\/teams\//, files: /^(bot\/(ports|conversation\/types|channels\/http|log|markdown|metrics)|dialogs\/dialog)\.ts$/, packages: /^(botbuilder.*|botframework-.*|restify|pino|zod|jose|node:.*)$/ },
  { of: /^bot\/channels\/webchat\//, files: /^(bot\/(ports|conversation\/types|channels\/http|log|markdown|metrics)|dialogs\/dialog)\.ts$/, packages: /^(restify|zod|jose|ws|pino|markdown-it|rate-limiter-flexible|esbuild|react.*|rxjs\/.+|botframework-.*|node:.*)$/ },
  { of: /^bot\/channels\//, files: /^(bot\/(ports|conversation\/types|log|metrics)|dialogs\/dialog)\.ts$/, packages: /^(restify|zod|pino|standardwebhooks|node:.*)$/ },
  { of: /^bot\/store\//, files: /^(bot\/conversation\/(types|state)|dialogs\/dialog|intents\/reading)\.ts$/, packages: /^(kysely(\/.+)?|better-sqlite3|pg|zod|node:.*)$/ },
  { of: /^bot\/effects\//, files: /^(bot\/(conversation\/types|store\/store|log|metrics)|dialogs\/dialog)\.ts$/, packages: /^(nodemailer|standardwebhooks|zod|node:.*)$/ },
  { of: /^bot\/redact/, files: /^bot\/conversation\/types\.ts$/, packages: /^(personnummer|node:.*)$/ },
  { of: /^bot\/config\//, files: /^bot\/log\.ts$/, packages: /^(zod|node:.*)$/ },
  { of: /^bot\/cli\//, files: /./, packages: /^(zod|node:.*)$/ },
  { of: /^bot\/[^/]+\.ts$/, files: /./, packages: /^(zod|pino|prom-client|restify|node:.*)$/ },
];

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function fault(file: string, imported: string): string | null {
  const rule = RULES.find(({ of }) => of.test(file));
  if (rule === undefined) return `${file} stands in no folder of the floor plan`;
  if (!imported.startsWith('.')) return rule.packages.test(imported) ? null : `${file} must not import the package ${imported}`;
  const target = relative(ROOT, resolve(ROOT, dirname(file), imported));
  const isNear = rule.of.test(target) && RULES.find(({ of }) => of.test(target)) === rule;
  return isNear || rule.files.test(target) ? null : `${file} must not import ${target}`;
}

describe('the floor plan', () => {
  test('is kept by every source file', () => {
    const faults = FOLDERS.flatMap(sources).flatMap((file) => importsOf(file).flatMap((imported) => fault(file, imported) ?? []));
    expect(faults).toEqual([]);
  });

  test('would be noticed when broken', () => {
    expect(fault('dialogs/card-lost.ts', '../bot/turn.ts')).toContain('must not import bot/turn.ts');
    expect(fault('bot/conversation/said.ts', 'botbuilder')).toContain('must not import the package botbuilder');
    expect(fault('intents/model.ts', 'natural')).toContain('must not import the package natural');
    expect(fault('dialogs/card-lost.ts', `${NODE}fs`)).toContain('must not import the package');
  });
});
