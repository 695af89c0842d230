import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KnowledgeError } from '../../knowledge/faults.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { watchKnowledge } from '../../knowledge/watch.ts';

const OWN = join(import.meta.dirname, '../../knowledge');
const WITH_ANSWER = [
  'card-validity', 'pin-rules', 'card-holder-lost', 'support-contact', 'supported-systems', 'order-card', 'choose-card-station', 'card-stations', 'remote-access', 'certificate-missing', 'test-card',
  'remove-certificate', 'certificate-expiry', 'card-ready', 'name-change', 'pin-forgotten', 'puk-forgotten', 'pin-change', 'card-lost', 'employment-end', 'talk-to-servicedesk', 'feedback',
];
const SMALL_TALK = ['greeting', 'thanks', 'goodbye', 'help'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  for (const name of ['faq', 'links.yaml', 'contacts.yaml', 'doors.yaml']) cpSync(join(OWN, name), join(folder, name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

function faults(): string[] {
  try {
    loadKnowledge(folder);
  } catch (error) {
    if (error instanceof KnowledgeError) return error.faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    throw error;
  }
  return [];
}

describe('the knowledge of the project', () => {
  const knowledge = loadKnowledge(OWN);

  test('has an answer for every row of the owner\'s table, and small talk', () => {
    const kinds = (kind: string): string[] => [...knowledge.topics.values()].filter((topic) => topic.kind === kind).map(({ id }) => id);
    expect(kinds('answer').toSorted()).toEqual(WITH_ANSWER.toSorted());
    expect(kinds('smalltalk').toSorted()).toEqual(SMALL_TALK.toSorted());
    expect(kinds('no-answer').length).toBeGreaterThanOrEqual(12);
  });

  test.each([
    ['card-validity', ['fem år']],
    ['pin-rules', ['6 siffror|sex siffror', 'personnummer', 'telefonnummer']],
    ['card-holder-lost', ['närmaste kortstation']],
    ['support-contact', ['30000', '0776-730000', 'RAfunktionen@skane.se', 'kortstation', 'test-siths.se']],
    ['supported-systems', ['stark autentisering', 'signering', 'Servicedesk']],
    ['order-card', ['e-Katalogen', 'Om du är anställd av Region Skåne', 'Annars', 'fotografera']],
    ['choose-card-station', ['annan ort', 'samma']],
    ['card-stations', ['sjukhusen i Skåne', 'Kortstationer', 'adress', 'öppettid']],
    ['remote-access', ['RSVPN']],
    ['certificate-missing', ['drivrutin', 'Net iD', 'Läs in kortet på nytt', '30000', 'test-siths.se', 'annan']],
    ['test-card', ['test-siths.se']],
    ['remove-certificate', ['Net iD', 'Administration', 'delete', 'legitimering']],
    ['certificate-expiry', ['mejl|e-post', '3 månader|tre månader']],
    ['card-ready', ['folkbokföringsadress', 'legitimation|id-handling', 'kuvert']],
    ['name-change', ['Skånekatalogen', 'e-Katalogen']],
    ['pin-forgotten', ['PUK', 'Instruktion för upplåsning', 'Lås upp kort med PUK-kod']],
    ['puk-forgotten', ['Ritz', 'Om du är anställd av Region Skåne', 'Annars']],
    ['pin-change', ['Instruktion för ändring av PIN-koder', 'Ändra säkerhetskod']],
    ['card-lost', ['Spärra', 'så snart som möjligt', 'e-Katalogen', '30000', '0776-730000']],
    ['employment-end', ['itu|två delar', 'närmaste chef']],
    ['feedback', ['webbredaktionen']],
  ])('states the facts of %s', (id, facts) => {
    const answer = knowledge.topics.get(id)?.answer.sv ?? '';
    for (const fact of facts) expect(answer).toMatch(new RegExp(fact, 'i'));
  });

  test('names Ritz and e-Katalogen only for those whom Region Skåne employs', () => {
    for (const { id, answer } of knowledge.topics.values()) {
      if (/Ritz|e-Katalogen/.test(answer.sv)) expect(`${id}: ${answer.sv}`).toMatch(/anställd av Region Skåne/);
    }
  });

  test('makes no address up and leaves no name unreplaced', () => {
    const known = new Set(Object.values(knowledge.links).map(({ url }) => url));
    for (const { answer } of knowledge.topics.values()) {
      for (const text of [answer.sv, answer.en]) {
        expect(text).not.toContain('[[');
        for (const [, url] of text.matchAll(/\]\((https?:[^)]+)\)/g)) expect(known).toContain(url);
      }
    }
  });

  test('has no review date that nobody gave', () => {
    for (const topic of knowledge.topics.values()) expect(topic.reviewed).toBeNull();
  });
});

describe('loading', () => {
  test('reports every fault at once, with file and line', () => {
    edit('faq/card-validity.md', 'kind: answer', 'kind: anser');
    edit('faq/order-card.md', '[[e-katalogen]]', '[[e-katalog]]');
    edit('faq/opening-hours.md', /related: .*/, 'related: [no-such-topic]');
    edit('links.yaml', 'https://test-siths.se', 'test-siths.se');
    edit('contacts.yaml', '"0776-730000"', '0776');
    const found = faults();
    expect(found).toContainEqual(expect.stringMatching(/^faq\/card-validity\.md:3 kind: /));
    expect(found).toContainEqual(expect.stringMatching(/^links\.yaml:\d+ test-siths\.url: .*https/));
    expect(found).toContainEqual(expect.stringMatching(/^contacts\.yaml:\d+ servicedesk\.external: .*quotes/));
  });

  test('reports names, topics and doors that do not exist', () => {
    edit('faq/order-card.md', '[[e-katalogen]]', '[[e-katalog]]');
    edit('faq/opening-hours.md', /related: .*/, 'related: [no-such-topic]');
    edit('faq/card-price.md', /door: .*/, 'door: nowhere');
    edit('doors.yaml', '[[kortstationer]]', '[[stations]]');
    const found = faults();
    expect(found).toContainEqual(expect.stringMatching(/^faq\/order-card\.md:\d+ \[\[e-katalog\]\] is not in links\.yaml/));
    expect(found).toContainEqual(expect.stringMatching(/^faq\/opening-hours\.md:\d+ the related topic "no-such-topic"/));
    expect(found).toContainEqual(expect.stringMatching(/^faq\/card-price\.md:\d+ the door "nowhere"/));
    expect(found).toContainEqual(expect.stringMatching(/^doors\.yaml:\d+ \[\[stations\]\]/));
  });

  test('refuses a topic whose file has another name, or that lacks a language', () => {
    edit('faq/card-validity.md', 'id: card-validity', 'id: card-expiry');
    edit('faq/thanks.md', '## en', '## english');
    expect(faults().join('\n')).toMatch(/faq\/card-validity\.md:2 id is "card-expiry"[\s\S]*faq\/thanks\.md:\d+ needs a section "## en"/);
  });

  test('shows a page without an address by its name, and with one as a link', () => {
    expect(loadKnowledge(folder).topics.get('order-card')?.answer.sv).toContain('beställ kortet i e-Katalogen.');
    edit('links.yaml', /(title: "e-Katalogen"\n {2}url: )null/, '$1"https://intranet.example/e-katalogen"');
    expect(loadKnowledge(folder).topics.get('order-card')?.answer.sv).toContain('[e-Katalogen](https://intranet.example/e-katalogen)');
  });

  test('gives another version after any edit', () => {
    const before = loadKnowledge(folder).version;
    edit('faq/thanks.md', '## sv', '## sv\n\nTack själv.');
    expect(loadKnowledge(folder).version).not.toBe(before);
  });
});

describe('watching', () => {
  test('takes a good edit at once and keeps the last good knowledge after a bad one', async () => {
    const seen: string[] = [];
    const { version } = loadKnowledge(folder);
    const watcher = watchKnowledge(folder, version, (knowledge) => seen.push(knowledge.topics.get('card-validity')?.answer.sv ?? ''), (error) => seen.push(error.message));
    try {
      edit('faq/card-validity.md', 'gäller i fem år', 'gäller i fem hela år');
      await expect.poll(() => seen.at(-1), { timeout: 5_000 }).toContain('fem hela år');
      edit('faq/card-validity.md', 'kind: answer', 'kind: nonsense');
      await expect.poll(() => seen.at(-1), { timeout: 5_000 }).toMatch(/faq\/card-validity\.md:3/);
      edit('faq/card-validity.md', 'kind: nonsense', 'kind: answer');
      edit('faq/card-validity.md', 'i fem hela år', 'i 5 år');
      await expect.poll(() => seen.at(-1), { timeout: 5_000 }).toContain('5 år');
    } finally {
      watcher.close();
    }
  });

  test('sees every edit of an editor that writes another file and gives it the name', async () => {
    const seen: string[] = [];
    const watcher = watchKnowledge(folder, loadKnowledge(folder).version, (knowledge) => seen.push(knowledge.topics.get('card-validity')?.answer.sv ?? ''), (error) => seen.push(error.message));
    const path = join(folder, 'faq/card-validity.md');
    try {
      for (const years of ['sex', 'sju', 'åtta']) {
        writeFileSync(`${path}.new`, readFileSync(path, 'utf8').replace(/gäller i \S+ år/, `gäller i ${years} år`));
        renameSync(`${path}.new`, path);
        await expect.poll(() => seen.at(-1), { timeout: 5_000 }).toContain(`gäller i ${years} år`);
      }
    } finally {
      watcher.close();
    }
  });
});
