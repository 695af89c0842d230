/** Parts of the understanding that an evaluation leaves out to see what each is worth (`npm run eval -- --ablate`). The bot leaves out none. */
export const PARTS = ['speller', 'variants', 'stems', 'pairs', 'runs', 'doubles', 'importance', 'trust', 'lists'] as const;
export type Part = (typeof PARTS)[number];
export type Without = ReadonlySet<Part>;
export const NOTHING: Without = new Set();
