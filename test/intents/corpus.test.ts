import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusFaults } from '../../intents/corpus-check.ts';
import { CorpusError, loadCorpus, parseVoice } from '../../intents/corpus.ts';
import { loadKnowledge } from '../../knowledge/load.ts';

const FRONT = ['---', 'voice: nurse', 'persona: A nurse: in a hurry.', 'language: sv', 'written: 2026-11-24', 'provenance: "quoted"', '---', ''];
const file = (...lines: string[]): string => [...FRONT, ...lines].join('\n');
const parse = (content: string) => () => parseVoice(content, 'nurse.md');

describe('a voice of the corpus', () => {
  it('gives every message its label, voice and language', () => {
    const { utterances } = parseVoice(file('## card-lost', '- tappat kortet', '', '## none', '- vad blir det till lunch'), 'nurse.md');
    expect(utterances).toEqual([
      { text: 'tappat kortet', label: 'card-lost', voice: 'nurse', language: 'sv' },
      { text: 'vad blir det till lunch', label: 'none', voice: 'nurse', language: 'sv' },
    ]);
  });

  it('names the file and the line of what it cannot read', () => {
    expect(parse(file('## card-lost', 'tappat kortet'))).toThrow(new CorpusError('nurse.md', 10, 'expected "## label", "- message" or an empty line'));
    expect(parse(file('- tappat kortet'))).toThrow(/^nurse\.md:9: a message stands before/);
  });

  it('is refused without front matter, or with a language that the bot does not speak', () => {
    expect(parse('## card-lost\n- tappat kortet')).toThrow(CorpusError);
    expect(parse(file().replace('language: sv', 'language: de'))).toThrow(/language/);
  });
});

describe('the corpus', () => {
  const root = join(import.meta.dirname, '../..');
  const readCorpus = async () => loadCorpus(join(root, 'intents/corpus'));

  it('uses only labels that are topics or none', async () => {
    const topics = loadKnowledge(join(root, 'knowledge')).topics;
    const corpus = await readCorpus();
    const unknown = corpus.flatMap(({ utterances }) => utterances).filter(({ label }) => label !== 'none' && !topics.has(label));
    expect(corpus.length).toBeGreaterThan(0);
    expect(unknown).toEqual([]);
  });

  it('has no message under two labels', async () => {
    expect(corpusFaults(await readCorpus(), []).filter(({ kind }) => kind === 'conflict')).toEqual([]);
  });
});

describe('the check of the corpus', () => {
  const voice = (name: string, label: string, text: string) => parseVoice(file(`## ${label}`, `- ${text}`).replace('voice: nurse', `voice: ${name}`), `${name}.md`);

  it('finds a message under two labels, whatever its case, accents and punctuation', () => {
    const faults = corpusFaults([voice('nurse', 'card-lost', 'Är kortet borta?'), voice('doctor', 'none', 'ar kortet  borta')], []);
    expect(faults).toEqual([{ kind: 'conflict', text: 'Är kortet borta?', places: ['nurse: card-lost', 'doctor: none'] }]);
  });

  it('finds a held-out question that is in the corpus', () => {
    const faults = corpusFaults([voice('nurse', 'card-lost', 'tappat kortet')], [{ text: 'Tappat kortet!', set: 'heldout-a' }, { text: 'nytt kort', set: 'heldout-a' }]);
    expect(faults).toEqual([{ kind: 'leak', text: 'Tappat kortet!', places: ['heldout-a', 'nurse: card-lost'] }]);
  });
});
