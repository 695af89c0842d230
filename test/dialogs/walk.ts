/**
 * Walks a dialog through every state that buttons and a small alphabet of typed texts can reach, breadth first. It stands
 * in for the conversation loop: it maps typed words to offered choices, and stores each state as JSON between two turns.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Context, Dialog, DialogName, Effect, Input, Language, Opening, Reply, Settlement, Step } from '../../dialogs/dialog.ts';
import { freeTextRemoved } from './canonical-state.ts';

export interface Plan<S> {
  readonly openings: readonly Opening[];
  readonly contexts: readonly Context[];
  /** Typed texts, tried at every question. */
  readonly alphabet: readonly string[];
  /** What tells two states apart, where a dialog gathers so many facts that every combination of them is too many. */
  readonly shapeOf?: (state: S) => unknown;
  /** The name of a state in the diagram; states of one name are drawn as one. */
  readonly nameOf: (state: S) => string;
}

export interface Node {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  /** null once an effect is under way: the dialog has left the floor. */
  readonly question: Reply | null;
  /** The state is the same after JSON and its own schema. */
  readonly survivesStorage: boolean;
}

export interface Transition {
  /** Key of a node, or `START`. */
  readonly from: string;
  /** Key of a node, `END`, or `switch:` and a dialog's name. */
  readonly to: string;
  readonly cause: 'start' | 'choice' | 'typed' | 'back' | 'settled' | 'late';
  /** The intent, the choice's id, the typed text, or how the effect ended. */
  readonly label: string;
  readonly choice: string | null;
  readonly then: Step<unknown>['then'];
  readonly said: readonly Reply[];
  readonly effects: readonly Effect[];
}

export interface Walk {
  readonly dialog: DialogName;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly transitions: readonly Transition[];
}

export const START = 'start';
export const END = 'end';

/** Far above any dialog here: reached only by one whose states never repeat. */
const NODES_MAX = 20_000;

const YES_NO: ReadonlyMap<string, string> = new Map([['ja', 'yes'], ['yes', 'yes'], ['nej', 'no'], ['no', 'no']]);

interface Visit<S> {
  readonly key: string;
  readonly state: S;
  readonly context: Context;
  /** The effects that the state waits for; empty when it asks. */
  readonly effects: readonly Effect[];
}

/** Every node and transition, over all contexts. Throws when the states do not come to an end. */
export function walk<S>(dialog: Dialog<S>, plan: Plan<S>): Walk {
  const nodes = new Map<string, Node>();
  const transitions: Transition[] = [];
  const queue: Visit<S>[] = [];
  const simplified = freeTextRemoved(dialog.state);

  const add = (state: S, context: Context, effects: readonly Effect[]): string => {
    const stored = dialog.state.parse(JSON.parse(JSON.stringify(state)));
    const asking = effects.length === 0;
    const key = `${plan.contexts.indexOf(context)} ${asking ? 'asks' : 'awaits'} ${JSON.stringify(simplified(plan.shapeOf?.(stored) ?? stored))}`;
    if (nodes.has(key)) return key;
    if (nodes.size >= NODES_MAX) throw new Error(`${dialog.name} has more than ${NODES_MAX} states; the last one is ${key}`);
    nodes.set(key, { key, name: plan.nameOf(stored), language: context.language, question: asking ? dialog.ask(stored, context) : null, survivesStorage: isDeepStrictEqual(stored, state) });
    queue.push({ key, state: stored, context, effects });
    return key;
  };
  const take = (from: string, step: Step<S>, context: Context, how: Pick<Transition, 'cause' | 'label' | 'choice'>) => {
    const effects = step.then === 'await' ? step.effects : [];
    const to = targetOf(step, from, (state) => add(state, context, effects));
    transitions.push({ from, to, ...how, then: step.then, said: saidBy(step), effects });
  };

  for (const context of plan.contexts) {
    for (const opening of plan.openings) take(START, dialog.start(context, opening), context, { cause: 'start', label: opening.intent, choice: null });
  }
  for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
    const { key, state, context } = visit;
    for (const settlement of visit.effects.flatMap(settlementsOf)) {
      const label = settlement.ok ? settlement.outcome : 'failed';
      take(key, dialog.settled(state, settlement, context), context, { cause: 'settled', label, choice: null });
    }
    if (visit.effects.length > 0) {
      transitions.push({ from: key, to: key, cause: 'late', label: 'late', choice: null, then: 'await', said: dialog.late(state, context), effects: [] });
      continue;
    }
    for (const { input, cause } of inputsOf(dialog.ask(state, context), plan.alphabet)) {
      take(key, dialog.step(state, input, context), context, { cause, label: cause === 'choice' && input.choice !== null ? input.choice : input.text, choice: input.choice });
    }
    const before = dialog.back(state);
    if (before !== null) transitions.push({ from: key, to: add(before, context, []), cause: 'back', label: 'back', choice: null, then: 'ask', said: [], effects: [] });
  }
  return { dialog: dialog.name, nodes, transitions };
}

function targetOf<S>(step: Step<S>, from: string, add: (state: S) => string): string {
  switch (step.then) {
    case 'ask':
    case 'await': return add(step.state);
    case 'finish': return END;
    case 'switch': return `switch:${step.to}`;
    case 'misunderstood': return from;
  }
}

function saidBy<S>(step: Step<S>): readonly Reply[] {
  return step.then === 'misunderstood' ? [] : (step.say ?? []);
}

function inputsOf(question: Reply, alphabet: readonly string[]): readonly { input: Input; cause: 'choice' | 'typed' }[] {
  const pressed = (question.choices ?? []).map(({ id, label }) => ({ input: { text: label, choice: id }, cause: 'choice' as const }));
  const typed = alphabet.map((text) => ({ input: { text, choice: choiceTyped(text, question) }, cause: 'typed' as const }));
  return [...pressed, ...typed];
}

/** As the conversation loop does it: a label, one of its synonyms, or a yes or no where the question offers that. */
function choiceTyped(text: string, { choices = [] }: Reply): string | null {
  const plain = text.toLowerCase();
  const named = choices.find(({ label, typed = [] }) => label.toLowerCase() === plain || typed.includes(plain));
  return named?.id ?? choices.find(({ id }) => id === YES_NO.get(plain))?.id ?? null;
}

/** Every way in which an effect can end. */
function settlementsOf({ kind }: Effect): readonly Settlement[] {
  const at = new Date('2026-11-24T13:05:00Z');
  const outcomes = kind === 'blockCard' ? (['blocked', 'requested'] as const) : (['registered'] as const);
  return [...outcomes.map((outcome) => ({ ok: true as const, outcome, reference: 'ET-123456', at })), { ok: false, reason: 'unreachable' }];
}
