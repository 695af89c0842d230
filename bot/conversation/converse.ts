/**
 * The conversation: a pure function from a state and a turn to a new state, the replies and the effects. No clock, no
 * store, no channel; the same input always gives the same outcome, so a turn whose commit failed is simply run again.
 */
import { firstChoices } from './answers.ts';
import type { Brain } from './brain.ts';
import { agentSaid, news, overdue, settled } from './happened.ts';
import { askAgain, innermost } from './floor.ts';
import { rated } from './rated.ts';
import { chose } from './chose.ts';
import { said } from './said.ts';
import { isShared } from './privately.ts';
import { remember, say, type Scene } from './scene.ts';
import { warnedOfSecret } from './secrets.ts';
import type { ConversationState, Outcome, Turn } from './types.ts';
import { offer } from './offer.ts';
import { wordsOf } from './wording.ts';

export function converse(state: ConversationState, turn: Turn, brain: Brain): Outcome {
  const scene: Scene = { state: withoutOldHistory(state, turn, brain), turn, brain, replies: [], effects: [], trace: null };
  const done = happen(warned(welcomed(scene)));
  const isUsers = turn.event.kind === 'said' || turn.event.kind === 'chose' || turn.event.kind === 'joined';
  const { state: next, replies, effects, trace } = isUsers ? remember(done, { lastTurnAt: turn.at.toISOString() }) : done;
  return { state: next, replies, effects, trace, due: nextDue(next) };
}

/** Earlier questions, and how to reach the writer, are kept for as long as what was said, also in a conversation that goes on for years. */
function withoutOldHistory(state: ConversationState, { at }: Turn, { settings }: Brain): ConversationState {
  const { historyMs } = settings.retention;
  if (historyMs === null) return state;
  const isKept = (then: string): boolean => at.getTime() - Date.parse(then) < historyMs;
  const contact = state.contact?.at !== undefined && isKept(state.contact.at) ? state.contact : null;
  return { ...state, history: state.history.filter((exchange) => isKept(exchange.at)), contact };
}

/** The first thing that a user sees says that this is a bot, what it can do, and never to write codes. */
function welcomed(scene: Scene): Scene {
  const { event } = scene.turn;
  if (scene.state.welcomed || (event.kind !== 'joined' && event.kind !== 'said' && event.kind !== 'chose')) return scene;
  const told = event.kind === 'joined' ? event.language : scene.turn.circumstances?.language;
  const language = told ?? scene.state.language;
  const greeted = remember(scene, { welcomed: true, language });
  const words = wordsOf(greeted);
  if (event.kind === 'joined') return offer(greeted, { text: words.welcome, choices: firstChoices(greeted) });
  // Who writes first gets the answer to that, and its buttons.
  return say(greeted, { text: isShared(greeted) ? words.welcomeShared : words.welcome });
}

/** What the person must know before the answer: a reply that may be lost, files that are not read. */
function warned(scene: Scene): Scene {
  const { event, circumstances } = scene.turn;
  if (event.kind !== 'said' && event.kind !== 'chose') return scene;
  const words = wordsOf(scene);
  const doubts = circumstances?.isUnsure === true ? [{ text: words.replyInDoubt }] : [];
  const unread = circumstances?.hasFiles === true ? [{ text: words.filesUnread }] : [];
  return say(scene, ...doubts, ...unread);
}

function happen(scene: Scene): Scene {
  const { event } = scene.turn;
  switch (event.kind) {
    case 'joined':
    case 'deleted':
    case 'agentLeft':
      return scene;
    case 'said':
      return said(scene, event);
    case 'chose':
      return chose(scene, event.choice, event.label ?? '');
    case 'rated':
      return rated(scene, event);
    case 'edited':
      return edited(warnedOfSecret(scene, event.removed ?? [], event.text));
    case 'overdue':
      return overdue(scene);
    case 'settled':
      return settled(scene, event);
    case 'agentSaid':
      return agentSaid(scene, event);
    case 'news':
      return news(scene, event);
  }
}

function edited(scene: Scene): Scene {
  const told = say(scene, { text: wordsOf(scene).edited });
  return innermost(told) === null ? told : askAgain(told);
}

function nextDue(state: ConversationState): Date | null {
  const times = state.pending.flatMap(({ due }) => (due === null ? [] : [Date.parse(due)]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
