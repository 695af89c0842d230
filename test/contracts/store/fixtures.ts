/** Turns, outcomes and effects for the store's suite. The people are invented. */
import type { BlockRequest, Effect, Reply, TicketDraft } from '../../../dialogs/dialog.ts';
import type { ConversationState, KeyedEffect, Outcome, Trace, Turn } from '../../../bot/conversation/types.ts';

/** `minutes` after a fixed start. */
export function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 0, 12, 8, 0, 0, 123) + minutes * 60_000);
}

export const emptyState: ConversationState = {
  format: 1,
  welcomed: true,
  language: 'sv',
  stack: [],
  queue: [],
  pending: [],
  offered: [],
  unclear: null,
  misses: 0,
  lastIntent: null,
  awaiting: null,
  history: [],
  lastTurnAt: null,
};

/** Every field is set, and every optional one: what the store forgets to keep shows here. */
export const fullState: ConversationState = {
  format: 1,
  welcomed: true,
  language: 'en',
  stack: [{ dialog: 'card-lost', version: 3, state: { step: 'when', seen: ['a', null, { deep: 1.5 }] } }],
  queue: [{ intent: 'order-card', text: 'och ett nytt kort', tried: ['startat om datorn'] }],
  pending: [
    { key: 'k1', frame: { dialog: 'escalation', version: 1, state: null }, due: at(5).toISOString() },
    { key: 'k2', frame: { dialog: 'escalation', version: 1, state: 'sent' }, due: null },
  ],
  offered: [{ id: 'yes', label: 'Ja', typed: ['japp', 'jo'] }],
  unclear: 'jag vill byta',
  misses: 1,
  lastIntent: 'card-lost',
  awaiting: 'feedback',
  history: [{ asked: 'Vart ringer jag?', answered: '30000', intent: 'support-contact', at: at(0).toISOString() }],
  lastTurnAt: at(1).toISOString(),
};

export const trace: Trace = {
  decision: 'clarify',
  intent: null,
  intents: ['card-lost'],
  candidates: [{ intent: 'card-lost', confidence: 0.625 }],
  offers: ['card-lost', 'pin-forgotten'],
  topic: 'price',
};

export const richReply: Reply = {
  text: 'Stämmer **det här**?',
  choices: [{ id: 'yes', label: 'Ja', typed: ['japp'] }, { id: 'no', label: 'Nej' }],
  card: { title: 'Din anmälan', facts: [{ label: 'Namn', value: 'Åsa Öberg' }] },
};

export function turn(changes: Partial<Turn> = {}): Turn {
  return {
    id: 't1',
    conversation: 'c1',
    channel: 'webchat',
    person: { id: 'p1', verified: false },
    at: at(0),
    event: { kind: 'said', text: 'hej' },
    ...changes,
  };
}

export function outcome(changes: Partial<Outcome> = {}): Outcome {
  return { state: emptyState, replies: [{ text: 'Hej!' }], effects: [], trace: null, due: null, ...changes };
}

export const blockRequest: BlockRequest = {
  holder: { name: 'Åsa Öberg', phone: '040-123456', email: 'asa@example.com', hsaId: 'SE0-A', rsid: '100200', unit: 'Avd 7' },
  personId: 'p1',
  verified: true,
  event: 'stolen',
  when: { words: 'i går kväll', at: '2026-01-11' },
  employed: null,
  reportedBy: { name: 'Bo Ek' },
  language: 'sv',
};

export const ticketDraft: TicketDraft = {
  subject: 'Kan inte logga in',
  category: 'login',
  urgent: true,
  description: 'Läsaren blinkar.',
  contact: { name: 'Åsa Öberg' },
  personId: 'p1',
  verified: false,
  language: 'sv',
};

export const blockCard: Effect = { kind: 'blockCard', request: blockRequest };
export const openTicket: Effect = { kind: 'openTicket', ticket: ticketDraft };
export const startHandoff: Effect = { kind: 'startHandoff', reason: 'bad om en person' };
export const recordFeedback: Effect = { kind: 'recordFeedback', feedback: { intent: 'card-lost', helped: true, comment: 'Tack!' } };

/** Effects with the keys `k0`, `k1`, ... */
export function keyed(...effects: readonly Effect[]): readonly KeyedEffect[] {
  return effects.map((effect, index) => ({ key: `k${index}`, effect }));
}
