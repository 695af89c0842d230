import { describe } from 'vitest';
import { deliveryPromises } from './store/delivery.ts';
import { freshDatabase } from './store/harness.ts';
import type { TestDatabase } from './store/harness.ts';
import { leasePromises } from './store/leases.ts';
import { markPromises } from './store/marks.ts';
import { operationPromises } from './store/operation.ts';
import { outboxPromises } from './store/outbox.ts';
import { privacyPromises } from './store/privacy.ts';
import { replicaPromises } from './store/replicas.ts';
import { requestPromises } from './store/requests.ts';
import { retentionPromises } from './store/retention.ts';
import { ticketPromises } from './store/tickets.ts';
import { turnPromises } from './store/turns.ts';

/** Everything that bot/store/store.ts promises. Each implementation runs it; `create` makes an empty database. */
export function storeContract(name: string, create: () => Promise<TestDatabase>): void {
  describe(name, () => {
    const connect = freshDatabase(create);
    describe('turns', () => turnPromises(connect));
    describe('delivery', () => deliveryPromises(connect));
    describe('leases', () => leasePromises(connect));
    describe('replicas', () => replicaPromises(connect));
    describe('marks', () => markPromises(connect));
    describe('outbox', () => outboxPromises(connect));
    describe('tickets', () => ticketPromises(connect));
    describe('requests', () => requestPromises(connect));
    describe('retention', () => retentionPromises(connect));
    describe('privacy', () => privacyPromises(connect));
    describe('operation', () => operationPromises(connect));
  });
}
