/** Messages that only somebody who writes English begins with, and names that both languages use. Lower case, without punctuation. */
export const ENGLISH_ALONE: ReadonlySet<string> = new Set(['hello', 'hello there', 'hi', 'hi there', 'hey', 'hey there', 'good morning', 'bye', 'goodbye', 'good bye', 'help', 'help me', 'help please', 'agent', 'human', 'operator', 'cancel', 'thx', 'thanks', 'thank you', 'ty', 'yes', 'locked', 'locked out']);

export const NAMES_IN_BOTH = /\b(?:it[- ]?support|service ?desk|help ?desk|support|sd|pin|puk|siths|net ?id|tack|hej)\b/gu;
