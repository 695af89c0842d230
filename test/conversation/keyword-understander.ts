/** An Understander for tests of the conversation: a message means the topics whose key words it holds. */
import type { Candidate, Reading, Understander } from '../../intents/reading.ts';

type Keys = Readonly<Record<string, string>>;

/** `keys` maps a key word to a topic id; "a|b" is torn between two. Text without a key word is lost; `lost:x` recognises a topic without an answer. */
export function keywordUnderstander(keys: Keys): Understander {
  return {
    version: 'keywords',
    understand: (text, prior): Reading => {
      const low = text.toLowerCase();
      const needs = Object.entries(keys).flatMap(([word, id]) => (low.includes(word) ? [id] : []));
      const language = /\b(the|how|what|my)\b/.test(low) ? 'en' : (prior?.language ?? 'sv');
      const candidates: readonly Candidate[] = needs.map((intent) => ({ intent, confidence: 0.9 / needs.length }));
      const first = needs[0];
      if (first === undefined) return { understanding: { kind: 'lost', topic: null }, needs: [], aside: null, trust: 0, candidates: [{ intent: 'none', confidence: 0.9 }], language };
      if (first.startsWith('lost:')) return { understanding: { kind: 'lost', topic: first.slice(5) }, needs: [], aside: null, trust: 0, candidates: [{ intent: 'none', confidence: 0.9 }], language };
      if (first.includes('|')) return { understanding: { kind: 'torn', between: first.split('|') }, needs: [], aside: null, trust: 0.5, candidates, language };
      return { understanding: { kind: 'sure', intent: first }, needs, aside: null, trust: 1, candidates, language };
    },
  };
}
