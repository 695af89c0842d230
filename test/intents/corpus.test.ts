import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

  it('uses only labels that are topics or none', async () => {
    const root = join(import.meta.dirname, '../..');
    const topics = loadKnowledge(join(root, 'knowledge')).topics;
    const corpus = await loadCorpus(join(root, 'intents/corpus'));
    const unknown = corpus.flatMap(({ utterances }) => utterances).filter(({ label }) => label !== 'none' && !topics.has(label));
    expect(corpus.length).toBeGreaterThan(0);
    expect(unknown).toEqual([]);
  });
});
