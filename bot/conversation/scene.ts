/** A turn in the making: the state so far and what has been said and asked for. Immutable; each function returns a new one. */
import type { Contact, Context, Effect } from '../../dialogs/dialog.ts';
import { NONE } from '../../intents/reading.ts';
import type { Brain } from './brain.ts';
import type { ConversationState, KeyedEffect, Reply, Trace, Turn } from './types.ts';

/** Exchanges kept for the ticket's prefill. */
const HISTORY = 10;
/** Longest text of an exchange, in characters. */
const EXCHANGE_CHARS = 400;

export interface Scene {
  readonly state: ConversationState;
  readonly turn: Turn;
  readonly brain: Brain;
  readonly replies: readonly Reply[];
  readonly effects: readonly KeyedEffect[];
  readonly trace: Trace | null;
}

/** Every reply passes here, and is said in the language of the moment. */
export function say(scene: Scene, ...replies: readonly Reply[]): Scene {
  const { language } = scene.state;
  return { ...scene, replies: [...scene.replies, ...replies.map((reply) => (language === 'sv' ? reply : { ...reply, language }))] };
}

export function remember(scene: Scene, change: Partial<ConversationState>): Scene {
  return { ...scene, state: { ...scene.state, ...change } };
}

/** What was recognised without the classifier is certain. The first decision of a turn stands: what follows (a question asked again) does not change how the message was read. */
export function traced(scene: Scene, trace: Partial<Trace> & Pick<Trace, 'decision'>): Scene {
  if (scene.trace !== null) return scene;
  const intent = trace.intent ?? null;
  const known = { intent, intents: intent === null ? [] : [intent], offers: [], topic: null, ...trace };
  return { ...scene, trace: { ...known, candidates: trace.candidates?.length ? trace.candidates : [{ intent: intent ?? NONE, confidence: 1 }] } };
}

/**
 * Adds effects under keys that depend on the turn alone, so that a turn computed again gives the same keys.
 * Returns the scene and the keys, in order.
 */
export function request(scene: Scene, effects: readonly Effect[]): { scene: Scene; keys: readonly string[] } {
  const keyed = effects.map((effect, index) => ({ key: `${scene.turn.conversation}/${scene.turn.id}/${scene.effects.length + index}`, effect }));
  const contact = effects.map(writerOf).findLast((one) => one !== null) ?? null;
  const known = contact === null ? scene : remember(scene, { contact: { of: contact, at: scene.turn.at.toISOString() } });
  return { scene: { ...known, effects: [...scene.effects, ...keyed] }, keys: keyed.map(({ key }) => key) };
}

/** Who wrote a request, so that the next one need not ask again. */
function writerOf(effect: Effect): Contact | null {
  if (effect.kind === 'openTicket') return effect.ticket.contact;
  return effect.kind === 'blockCard' ? (effect.request.reportedBy ?? effect.request.holder) : null;
}

/** Notes a question and what came of it. */
export function noteExchange(scene: Scene, asked: string, answered: string, intent: string | null): Scene {
  if (asked === '') return scene;
  const exchange = { asked: asked.slice(0, EXCHANGE_CHARS), answered: answered.slice(0, EXCHANGE_CHARS), intent, at: scene.turn.at.toISOString() };
  return remember(scene, { history: [...scene.state.history, exchange].slice(-HISTORY) });
}

/** What a dialog may know at this point of the turn. */
export function contextOf({ state, turn, brain }: Scene): Context {
  const { servicedesk, links } = brain.knowledge;
  return {
    person: turn.person,
    at: turn.at,
    language: state.language,
    facts: { servicedesk, links, ticketBackend: brain.settings.ticketBackend, history: state.history, openRequests: brain.openRequests, contact: state.contact?.of ?? {} },
  };
}
