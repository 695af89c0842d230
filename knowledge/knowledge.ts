/** What the bot knows: one Markdown file a topic, named links, contacts and doors, all validated when loaded. */

export type Language = 'sv' | 'en';
export type Text = Readonly<Record<Language, string>>;

export interface Topic {
  readonly id: string;
  /** `answer` and `smalltalk` have an answer; `no-answer` is a known question that the source does not answer. */
  readonly kind: 'answer' | 'smalltalk' | 'no-answer';
  readonly audience: 'everyone' | 'employed' | 'not-employed';
  /** Short noun phrase for buttons and "Jag förstod: ...". */
  readonly title: Text;
  readonly question: Text;
  readonly utterances: Readonly<Record<Language, readonly string[]>>;
  readonly related: readonly string[];
  /** Names of links shown below the answer. */
  readonly links: readonly string[];
  /** The dialog that serves this topic, where one does. */
  readonly dialog: string | null;
  /** For `no-answer`: who can help. */
  readonly door: string | null;
  readonly owner: string;
  readonly source: { readonly name: string; readonly link: string };
  /** ISO dates; null until the owner has reviewed. */
  readonly reviewed: string | null;
  readonly reviewBy: string | null;
  /** Markdown with names replaced by links and numbers. */
  readonly answer: Text;
}

export interface NamedLink {
  readonly title: string;
  readonly url: string | null;
}

export interface Knowledge {
  /** Hash of all files: changes with every edit. */
  readonly version: string;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly links: Readonly<Record<string, NamedLink>>;
  readonly servicedesk: { readonly internal: string; readonly external: string };
  readonly rafunktionen: string;
  readonly doors: Readonly<Record<string, Text>>;
}
