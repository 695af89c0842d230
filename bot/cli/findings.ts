/** What `npm run knowledge:check` finds, each with what to do about it. */
import type { CorpusFault } from '../../intents/corpus-check.ts';
import type { FewExamples, Rivals } from '../../intents/rivals.ts';
import type { Misread } from '../../intents/topics-check.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

export interface Finding {
  /** What it is, and what to do. */
  readonly heading: string;
  readonly lines: readonly string[];
  /** Must be mended before publishing; the others are worth a look. */
  readonly isFault: boolean;
}

export interface Checked {
  readonly knowledge: Knowledge;
  readonly misread: readonly Misread[];
  readonly faults: readonly CorpusFault[];
  /** Null when they were not looked for. */
  readonly rivals: readonly Rivals[] | null;
  readonly few: readonly FewExamples[];
  /** A date such as 2026-11-25. */
  readonly today: string;
}

/** Fewer wrong readings than this may be chance, or messages that nobody could tell apart. */
const LEAST_STOLEN = 8;
const LEAST_SHARE = 0.03;
const SHOWN_TEXTS = 3;
const SHOWN_CHARS = 90;

/** The findings that have a line. */
export function findings({ knowledge, misread, faults, rivals, few, today }: Checked): readonly Finding[] {
  const topics = [...knowledge.topics.values()];
  const all: readonly Finding[] = [
    { isFault: true, heading: 'Examples that lead to another topic. Reword the example, or move what the two topics share into one of them:', lines: misread.filter(({ isOffered }) => !isOffered).map(misreadLine) },
    { isFault: true, heading: 'Messages of the corpus under two labels. Keep one:', lines: faults.filter(({ kind }) => kind === 'conflict').map(({ text, places }) => `"${text}": ${places.join('; ')}`) },
    { isFault: true, heading: 'Topics past their review date. Review them and set reviewed and reviewBy:', lines: topics.flatMap(({ id, reviewBy }) => (reviewBy !== null && reviewBy < today ? [`${id}: ${reviewBy}`] : [])) },
    { isFault: false, heading: 'Examples that lead to a question first. More examples in other words make the bot surer:', lines: misread.filter(({ isOffered }) => isOffered).map(misreadLine) },
    {
      isFault: false,
      heading: 'Topics that take the questions of others, when the model does not know the writer. Add examples of the first that say what sets it apart, or let the answer of the second link to it (related):',
      lines: (rivals ?? []).filter(({ texts, of }) => texts.length >= LEAST_STOLEN && texts.length >= LEAST_SHARE * of).map(rivalsLine),
    },
    { isFault: false, heading: 'Topics with few examples. Add some in many styles, in intents/corpus/ or in the topic\'s file:', lines: few.map(({ topic, examples }) => `${topic}: ${examples}`) },
    { isFault: false, heading: 'Pages without an address, shown by name only. Fill them in, in knowledge/links.yaml:', lines: Object.entries(knowledge.links).flatMap(([name, { title, url }]) => (url === null ? [`${name}: ${title}`] : [])) },
  ];
  return all.filter(({ lines }) => lines.length > 0);
}

function misreadLine({ topic, text, readAs }: Misread): string {
  return `faq/${topic}.md "${text}" is read as ${readAs.length === 0 ? 'nothing that the bot knows' : readAs.join(' or ')}`;
}

function rivalsLine({ meant, read, texts, of }: Rivals): string {
  const shown = texts.slice(0, SHOWN_TEXTS).map((text) => `"${text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}...` : text}"`);
  return `${meant} is read as ${read} in ${texts.length} of ${of}: ${shown.join(', ')}`;
}
