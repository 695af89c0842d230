/** Talks with `converse` alone: no store, a clock that the test moves, and the wording that a user would read. */
import type { LoadedBrain } from '../../bot/brain.ts';
import type { Brain } from '../../bot/conversation/brain.ts';
import { converse } from '../../bot/conversation/converse.ts';
import { runnable } from '../../bot/conversation/runnable.ts';
import { conversationState, firstState } from '../../bot/conversation/state.ts';
import type { Circumstances, ConversationState, Outcome, Person, TurnEvent } from '../../bot/conversation/types.ts';
import { cardLost } from '../../dialogs/card-lost.ts';
import type { OpenRequest } from '../../dialogs/dialog.ts';
import { escalation } from '../../dialogs/escalation.ts';
import { pinReset } from '../../dialogs/pin-reset.ts';
import type { Understander } from '../../intents/reading.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadKnowledge } from '../../knowledge/load.ts';

export const ownKnowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url).pathname);
const dialogs: Brain['dialogs'] = { 'card-lost': runnable(cardLost), 'pin-reset': runnable(pinReset), escalation: runnable(escalation) };
const settings = { ticketBackend: 'servicenow', effectLateMs: 20_000, idleAskMs: 30 * 60_000, maxMessageChars: 200, retention: { historyMs: 90 * 24 * 60 * 60_000, erasureKeeps: [{ kind: 'tickets', days: 730 }, { kind: 'block-requests', days: null }] } } as const;

/** All that the bot knows itself, with an understanding that needs no training. */
export function ownBrain(understander: Understander): LoadedBrain {
  return { knowledge: ownKnowledge, understander, dialogs, settings };
}

export interface Talk {
  /** All text of a turn's replies. */
  say(text: string, more?: Partial<Extract<TurnEvent, { kind: 'said' }>>): string;
  choose(choice: string): string;
  happen(event: TurnEvent): string;
  wait(minutes: number): void;
  readonly last: Outcome;
  readonly state: ConversationState;
  /** Ids of the choices that stand below the last reply. */
  readonly choices: readonly string[];
  open: readonly OpenRequest[];
  /** How the messages come from now on. */
  circumstances: Circumstances;
  /** Puts the conversation where a test needs it. */
  put(change: Partial<ConversationState>): void;
}

export interface TalkOptions {
  readonly understander: Understander;
  readonly person?: Person;
  readonly welcomed?: boolean;
  readonly knowledge?: Knowledge;
}

export function talk({ understander, person = { id: 'anna', verified: false }, welcomed = true, knowledge = ownKnowledge }: TalkOptions): Talk {
  let at = new Date('2026-11-24T09:00:00Z');
  let count = 0;
  let state: ConversationState = { ...firstState(), welcomed };
  let last: Outcome = { state, replies: [], effects: [], trace: null, due: null };
  const happen = (event: TurnEvent): string => {
    count += 1;
    last = converse(state, { id: `t${count}`, conversation: 'c', channel: 'terminal', person, at, event, circumstances: own.circumstances }, { knowledge, understander, dialogs, settings, openRequests: own.open });
    // What is stored is JSON: nothing of the state may get lost on the way.
    state = conversationState.parse(JSON.parse(JSON.stringify(last.state)));
    return last.replies.map(({ text }) => text).join('\n---\n');
  };
  const own: Talk = {
    say: (text, more = {}) => happen({ kind: 'said', text, ...more }),
    choose: (choice) => happen({ kind: 'chose', choice }),
    happen,
    wait: (minutes) => {
      at = new Date(at.getTime() + minutes * 60_000);
    },
    get last() {
      return last;
    },
    get state() {
      return state;
    },
    get choices() {
      return (last.replies.at(-1)?.choices ?? []).map(({ id }) => id);
    },
    open: [],
    circumstances: {},
    put: (change) => {
      state = { ...state, ...change };
    },
  };
  return own;
}
