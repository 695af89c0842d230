import { expect, it } from 'vitest';
import type { Message } from '../../../bot/store/store.ts';
import { at, outcome, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

export function deliveryPromises(connect: Connect): void {
  it('reads messages after a seq, oldest first, up to a limit', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ replies: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] }));
    expect((await store.readMessages('c1', 1, 2)).map((message) => message.seq)).toEqual([2, 3]);
    expect(await store.readMessages('c1', 4, 2)).toEqual([]);
  });

  it('queues the replies of Teams, not what the user wrote', async () => {
    const store = await connect();
    const committed = await store.commitTurn(turn({ channel: 'teams' }), 0, outcome());
    expect(await store.undelivered('teams', null, 10)).toEqual(committed?.slice(1));
    expect(await store.undelivered('webchat', null, 10)).toEqual([]);
  });

  it.each(['webchat', 'terminal'] as const)('queues nothing for %s, which reads the log', async (channel) => {
    const store = await connect();
    await store.commitTurn(turn({ channel }), 0, outcome());
    expect(await store.undelivered(channel, null, 10)).toEqual([]);
  });

  it('gives the oldest first over all conversations', async () => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams', conversation: 'a', at: at(2) }), 0, outcome());
    await store.commitTurn(turn({ channel: 'teams', conversation: 'b', at: at(1) }), 0, outcome());
    await store.commitTurn(turn({ channel: 'teams', conversation: 'a', id: 't2', at: at(3) }), 1, outcome());
    expect(places(await store.undelivered('teams', null, 10))).toEqual(['b 2', 'a 2', 'a 4']);
    expect(places(await store.undelivered('teams', null, 2))).toEqual(['b 2', 'a 2']);
  });

  it('keeps the order within a conversation when the clock goes back', async () => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams', at: at(5) }), 0, outcome());
    await store.commitTurn(turn({ channel: 'teams', id: 't2', at: at(1) }), 1, outcome());
    await store.commitTurn(turn({ channel: 'teams', conversation: 'c0', at: at(4) }), 0, outcome());
    expect(places(await store.undelivered('teams', null, 10))).toEqual(['c0 2', 'c1 2', 'c1 4']);
  });

  it('gives the queue of one conversation', async () => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams', conversation: 'a' }), 0, outcome());
    await store.commitTurn(turn({ channel: 'teams', conversation: 'b' }), 0, outcome({ replies: [{ text: '1' }, { text: '2' }] }));
    expect(places(await store.undelivered('teams', 'b', 10))).toEqual(['b 2', 'b 3']);
    expect(places(await store.undelivered('teams', 'b', 1))).toEqual(['b 2']);
  });

  it.each(['delivered', 'unknown', 'refused'] as const)('takes a message marked %s out of the queue, and leaves it in the log', async (result) => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams' }), 0, outcome({ replies: [{ text: '1' }, { text: '2' }] }));
    await store.markDelivered([{ conversation: 'c1', seq: 2, result }], at(1));
    expect(places(await store.undelivered('teams', null, 10))).toEqual(['c1 3']);
    expect(await store.readMessages('c1', 0, 10)).toHaveLength(3);
  });

  it('does not mind a mark on a message that is not in the queue', async () => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams' }), 0, outcome());
    const mark = (seq: number, result: 'delivered' | 'unknown' | 'refused') => ({ conversation: 'c1', seq, result });
    await store.markDelivered([mark(1, 'refused'), mark(99, 'delivered'), mark(2, 'delivered')], at(1));
    await store.markDelivered([mark(2, 'unknown')], at(2));
    await store.markDelivered([], at(2));
    expect((await store.counts()).undelivered).toBe(0);
  });

  it('takes messages of several conversations out of the queue together', async () => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams', conversation: 'a' }), 0, outcome({ replies: [{ text: '1' }, { text: '2' }] }));
    await store.commitTurn(turn({ channel: 'teams', conversation: 'b' }), 0, outcome());
    await store.markDelivered([{ conversation: 'a', seq: 2, result: 'delivered' }, { conversation: 'b', seq: 2, result: 'unknown' }], at(1));
    expect(places(await store.undelivered('teams', null, 10))).toEqual(['a 3']);
  });
}

function places(messages: readonly Message[]): readonly string[] {
  return messages.map((message) => `${message.conversation} ${message.seq}`);
}
