import { describe, expect, it } from 'vitest';
import type { TurnEvent } from '../../../bot/conversation/types.ts';
import { at, blockCard, emptyState, fullState, keyed, openTicket, outcome, recordFeedback, richReply, startHandoff, trace, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

export function turnPromises(connect: Connect): void {
  describe('a conversation', () => conversations(connect));
  describe('a turn', () => records(connect));
  describe('a commit', () => commits(connect));
  describe('a due time', () => dueTimes(connect));
}

function conversations(connect: Connect): void {
  it('that does not exist is null', async () => {
    const store = await connect();
    expect(await store.loadConversation('nobody')).toBeNull();
    expect(await store.recallTurn('nobody', 't1')).toBeNull();
    expect(await store.readMessages('nobody', 0, 10)).toEqual([]);
    expect(await store.loadReference('nobody')).toBeNull();
  });

  it('comes back with every field of its state', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ state: fullState }));
    expect(await store.loadConversation('c1')).toEqual({ state: fullState, revision: 1, channel: 'webchat', personId: 'p1' });
  });

  it('has the newest state and the next revision after each turn', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    await store.commitTurn(turn({ id: 't2' }), 1, outcome({ state: { ...emptyState, misses: 2 } }));
    expect(await store.loadConversation('c1')).toMatchObject({ revision: 2, state: { misses: 2 } });
  });

  it('belongs to the person who wrote last, not to whoever a turn of the shell names', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    await store.commitTurn(turn({ id: 't2', person: { id: 'p2', verified: true } }), 1, outcome());
    await store.commitTurn(turn({ id: 't3', person: { id: 'shell', verified: false }, event: { kind: 'overdue' } }), 2, outcome());
    expect(await store.loadConversation('c1')).toMatchObject({ personId: 'p2' });
  });

  it('keeps the newest reference, even one that came before the first turn', async () => {
    const store = await connect();
    await store.saveReference('c1', 'teams', { serviceUrl: 'https://old.example' }, at(0));
    await store.saveReference('c1', 'teams', { serviceUrl: 'https://new.example', bot: { id: '28:å' } }, at(1));
    expect(await store.loadReference('c1')).toEqual({ channel: 'teams', reference: { serviceUrl: 'https://new.example', bot: { id: '28:å' } } });
  });
}

function records(connect: Connect): void {
  it('that has not been committed is null', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    expect(await store.recallTurn('c1', 't2')).toBeNull();
  });

  it('is recalled with its own messages, replies, effects and trace, in order', async () => {
    const store = await connect();
    await store.commitTurn(turn({ id: 't0' }), 0, outcome());
    const given = outcome({ replies: [richReply, { text: 'Mer.' }], effects: keyed(openTicket, blockCard, recordFeedback, startHandoff), trace });
    const messages = await store.commitTurn(turn(), 1, given);
    await store.commitTurn(turn({ id: 't2' }), 2, outcome());
    expect(await store.recallTurn('c1', 't1')).toEqual({ messages, outcome: { replies: given.replies, effects: given.effects, trace } });
  });

  it('without messages is recalled too', async () => {
    const store = await connect();
    await store.commitTurn(turn({ event: { kind: 'deleted' } }), 0, outcome({ replies: [] }));
    expect(await store.recallTurn('c1', 't1')).toEqual({ messages: [], outcome: { replies: [], effects: [], trace: null } });
  });

  it('of the same id in another conversation is another turn', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    expect(await store.commitTurn(turn({ conversation: 'c2' }), 0, outcome())).toHaveLength(2);
  });

  it.each<[string, TurnEvent, { text: string; choice: string | null }]>([
    ['said', { kind: 'said', text: 'hej', removed: ['pin'] }, { text: 'hej', choice: null }],
    ['edited', { kind: 'edited', text: 'hej igen' }, { text: 'hej igen', choice: null }],
    ['chose', { kind: 'chose', choice: 'yes', label: 'Ja' }, { text: 'Ja', choice: 'yes' }],
    ['chose without a label', { kind: 'chose', choice: 'yes' }, { text: 'yes', choice: 'yes' }],
  ])('of the kind %s appends the user before the replies', async (_kind, event, content) => {
    const store = await connect();
    const origin = { clientActivityID: 'x1' };
    const messages = await store.commitTurn(turn({ event, origin }), 0, outcome());
    expect(messages).toEqual([
      { conversation: 'c1', seq: 1, turn: 't1', from: 'user', at: at(0), content: { kind: 'user', ...content, origin } },
      { conversation: 'c1', seq: 2, turn: 't1', from: 'bot', at: at(0), content: { kind: 'reply', reply: { text: 'Hej!' } } },
    ]);
    expect(await store.readMessages('c1', 0, 10)).toEqual(messages);
  });

  it.each<TurnEvent>([
    { kind: 'joined' },
    { kind: 'deleted' },
    { kind: 'overdue' },
    { kind: 'settled', key: 'k', settlement: { ok: false, reason: 'nere' } },
    { kind: 'agentSaid', reference: 'ET-000001', text: 'Klart', closed: true },
    { kind: 'news', reference: 'ET-000001', text: 'Ditt ärende gick att skicka till slut.' },
    { kind: 'agentLeft' },
  ])('of the kind $kind appends the replies alone', async (event) => {
    const store = await connect();
    expect(await store.commitTurn(turn({ event }), 0, outcome())).toMatchObject([{ seq: 1, from: 'bot' }]);
  });

  it.each([
    ['all of Unicode', 'Åäö 👩🏽‍⚕️ \u0000 \u2028 "\\ \ud800 ‮ 汉字'],
    ['100 kB', 'långt ord '.repeat(10_000)],
    ['nothing', ''],
  ])('keeps a text of %s', async (_what, text) => {
    const store = await connect();
    await store.commitTurn(turn({ event: { kind: 'said', text } }), 0, outcome({ replies: [{ text }] }));
    expect(await store.readMessages('c1', 0, 10)).toMatchObject([{ content: { text } }, { content: { reply: { text } } }]);
  });
}

function commits(connect: Connect): void {
  it('numbers the messages of a conversation from 1 without gaps', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    await store.commitTurn(turn({ id: 'stale' }), 7, outcome());
    await store.commitTurn(turn({ id: 't2' }), 1, outcome({ replies: [{ text: 'a' }, { text: 'b' }] }));
    expect((await store.readMessages('c1', 0, 10)).map((message) => message.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('of a turn that exists is refused and writes nothing', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    expect(await store.commitTurn(turn(), 1, outcome({ effects: keyed(blockCard), state: fullState }))).toBeNull();
    expect(await store.loadConversation('c1')).toMatchObject({ revision: 1, state: emptyState });
    expect(await store.readMessages('c1', 0, 10)).toHaveLength(2);
    expect(await store.effects(null, 10)).toEqual([]);
  });

  it.each([0, 2])('at revision %i, when the conversation is at 1, is refused and writes nothing', async (revision) => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome());
    expect(await store.commitTurn(turn({ id: 't2' }), revision, outcome({ effects: keyed(blockCard) }))).toBeNull();
    expect(await store.recallTurn('c1', 't2')).toBeNull();
    expect(await store.readMessages('c1', 0, 10)).toHaveLength(2);
    expect(await store.effects(null, 10)).toEqual([]);
  });

  it('to a conversation that does not exist, at another revision than 0, is refused', async () => {
    const store = await connect();
    expect(await store.commitTurn(turn(), 1, outcome())).toBeNull();
    expect(await store.loadConversation('c1')).toBeNull();
  });

  it('that fails half way writes nothing', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard) }));
    await expect(store.commitTurn(turn({ id: 't2' }), 1, outcome({ effects: keyed(openTicket) }))).rejects.toThrow();
    expect(await store.recallTurn('c1', 't2')).toBeNull();
    expect(await store.loadConversation('c1')).toMatchObject({ revision: 1 });
    expect(await store.readMessages('c1', 0, 10)).toHaveLength(2);
  });

  it('races another handle and exactly one wins', async () => {
    const [one, other] = [await connect(), await connect()];
    for (let revision = 0; revision < 20; revision += 1) {
      const results = await Promise.all([
        one.commitTurn(turn({ id: `one ${revision}` }), revision, outcome()),
        other.commitTurn(turn({ id: `other ${revision}` }), revision, outcome()),
      ]);
      expect(results.filter((messages) => messages !== null)).toHaveLength(1);
    }
    expect(await one.loadConversation('c1')).toMatchObject({ revision: 20 });
    expect((await other.readMessages('c1', 0, 100)).map((message) => message.seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('of one turn, delivered to two handles at once, happens once', async () => {
    const [one, other] = [await connect(), await connect()];
    const results = await Promise.all([one.commitTurn(turn(), 0, outcome()), other.commitTurn(turn(), 0, outcome())]);
    expect(results.filter((messages) => messages !== null)).toHaveLength(1);
    expect(await one.recallTurn('c1', 't1')).toEqual(await other.recallTurn('c1', 't1'));
  });

  it('of many conversations at once on one handle goes through', async () => {
    const store = await connect();
    const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const results = await Promise.all(ids.map((conversation) => store.commitTurn(turn({ conversation }), 0, outcome())));
    expect(results.every((messages) => messages?.length === 2)).toBe(true);
  });
}

function dueTimes(connect: Connect): void {
  it('that has passed is listed, oldest first', async () => {
    const store = await connect();
    await store.commitTurn(turn({ conversation: 'later' }), 0, outcome({ due: at(3) }));
    await store.commitTurn(turn({ conversation: 'sooner', channel: 'teams', person: { id: 'p2', verified: true } }), 0, outcome({ due: at(2) }));
    await store.commitTurn(turn({ conversation: 'not yet' }), 0, outcome({ due: at(4) }));
    await store.commitTurn(turn({ conversation: 'never' }), 0, outcome());
    expect(await store.dueConversations(at(3), 10)).toEqual([
      { conversation: 'sooner', channel: 'teams', personId: 'p2', due: at(2) },
      { conversation: 'later', channel: 'webchat', personId: 'p1', due: at(3) },
    ]);
    expect(await store.dueConversations(at(3), 1)).toHaveLength(1);
  });

  it('is replaced by the next turn', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ due: at(2) }));
    await store.commitTurn(turn({ id: 't2' }), 1, outcome({ due: null }));
    expect(await store.dueConversations(at(60), 10)).toEqual([]);
  });
}
