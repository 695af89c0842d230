import type { Kysely } from 'kysely';
import { saveFeedback } from './feedback.ts';
import { check, counts } from './health.ts';
import { freeQueues, keepQueues, leaveQueue, takeQueue } from './leases.ts';
import { mark, readMark } from './marks.ts';
import { markDelivered, readMessages, undelivered } from './messages.ts';
import { buryEffect, claimEffects, listEffects, postponeEffect, reviveEffect, settleEffect } from './outbox.ts';
import { erasePerson, exportPerson } from './privacy.ts';
import { loadReference, saveReference } from './references.ts';
import { forgetReplica, reportReplica, takeRound } from './replicas.ts';
import { openRequests } from './requests.ts';
import { deleteExpired, deleteExpiredMarks } from './retention.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';
import { listTickets, loadTicket, saveTicket, updateTicket } from './tickets.ts';
import { commitTurn, dueConversations, loadConversation, recallTurn } from './turns.ts';
import type { Write } from './writes.ts';

export interface StoreParts {
  /** Makes a ticket's reference; called again when the one it gave is taken. */
  readonly newReference: () => string;
  /** How this database tells of the commits of others. */
  readonly watch: Store['watch'];
  /** `for update skip locked`, so that workers pass over what another is just taking. Without it, one writes at a time anyway. */
  readonly canSkipLocked: boolean;
  /** How the writes of every turn are committed. */
  readonly write: Write;
}

/**
 * The Store over any database that kysely speaks to and that has `on conflict`, `returning` and partial indexes.
 * The driver must give bigint columns as numbers.
 */
export function kyselyStore(db: Kysely<Schema>, { newReference, watch, canSkipLocked, write }: StoreParts): Store {
  return {
    watch,
    recallTurn: (conversation, turn) => recallTurn(db, conversation, turn),
    loadConversation: (conversation) => loadConversation(db, conversation),
    commitTurn: (turn, revision, outcome) => commitTurn(write, turn, revision, outcome),
    readMessages: (conversation, after, limit) => readMessages(db, conversation, after, limit),
    undelivered: (channel, conversation, limit) => undelivered(db, channel, conversation, limit),
    markDelivered: (marks, at) => markDelivered(write, marks, at),
    takeQueue: (conversation, worker, now, leaseMs) => takeQueue(db, conversation, worker, now, leaseMs),
    keepQueues: (worker, now, leaseMs) => keepQueues(db, worker, now, leaseMs),
    leaveQueue: (conversation, worker) => leaveQueue(db, conversation, worker),
    freeQueues: (channel, now, limit) => freeQueues(db, channel, now, limit),
    saveReference: (conversation, channel, reference, at) => saveReference(write, conversation, channel, reference, at),
    loadReference: (conversation) => loadReference(db, conversation),
    claimEffects: (worker, now, leaseMs, limit) => claimEffects(db, { worker, now, leaseMs, limit, canSkipLocked }),
    settleEffect: (key, settlement, now) => settleEffect(db, key, settlement, now),
    postponeEffect: (key, nextAt, error) => postponeEffect(db, key, nextAt, error),
    buryEffect: (key, error, now) => buryEffect(db, key, error, now),
    reviveEffect: (key, now) => reviveEffect(db, key, now),
    effects: (state, limit) => listEffects(db, state, limit),
    dueConversations: (now, limit) => dueConversations(db, now, limit),
    openRequests: (personId, limit) => openRequests(db, personId, limit),
    saveTicket: (key, conversation, body, now) => saveTicket(db, newReference, key, conversation, body, now),
    loadTicket: (reference) => loadTicket(db, reference),
    listTickets: (state, limit) => listTickets(db, state, limit),
    updateTicket: (reference, change, now) => updateTicket(db, reference, change, now),
    saveFeedback: (key, conversation, feedback, now) => saveFeedback(db, key, conversation, feedback, now),
    deleteExpired: (kind, before, openSince, limit) => deleteExpired(db, kind, { before, openSince, limit, canSkipLocked }),
    exportPerson: (personId) => exportPerson(db, personId),
    erasePerson: (personId, keeps) => erasePerson(db, personId, keeps),
    reportReplica: (replica, now, aliveMs) => reportReplica(db, replica, now, aliveMs),
    forgetReplica: (id) => forgetReplica(db, id),
    takeRound: (name, now, everyMs) => takeRound(db, name, now, everyMs),
    mark: (kind, key, value, until, now) => mark(db, kind, key, value, until, now),
    readMark: (kind, key, now) => readMark(db, kind, key, now),
    deleteExpiredMarks: (now, limit) => deleteExpiredMarks(db, { before: now, limit, canSkipLocked }),
    check: () => check(db),
    counts: () => counts(db),
    close: () => db.destroy(),
  };
}
