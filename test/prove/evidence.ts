/** All that is known when everything has come to rest, and what a check may find in it. */
import type { Fault } from './chaos.ts';
import type { Conversation } from './conversation.ts';
import type { Held } from './held.ts';
import type { Sight } from './operator.ts';
import type { Planted } from './planted.ts';
import type { World } from './world.ts';

export interface Evidence {
  readonly world: World;
  readonly conversations: readonly Conversation[];
  readonly held: Held;
  readonly faults: readonly Fault[];
  readonly planted: Planted;
  readonly sight: Sight;
  /** What was wrong with how conversations were shown, by their names. */
  readonly shownWrong: ReadonlyMap<string, readonly string[]>;
}

export interface Violation {
  /** Null where it is nobody's in particular. */
  readonly conversation: Conversation | null;
  readonly what: string;
}

export type Check = (evidence: Evidence) => readonly Violation[];
