/** Commits turns of several conversations at once to the file in argv[2] until it is killed, and prints each turn's conversation and id once its commit has resolved. */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import { blockCard, outcome, turn } from '../contracts/store/fixtures.ts';

const [, , path = '', run = '', ...conversations] = process.argv;
const STDOUT = 1;
const store = await openSqliteStore({ path });

for (let revision = (await store.loadConversation(conversations[0] ?? ''))?.revision ?? 0; ; revision += 1) {
  await Promise.all(conversations.map((conversation) => commitOne(conversation, revision)));
}

async function commitOne(conversation: string, revision: number): Promise<void> {
  const id = `${conversation}-${run}-${revision}`;
  await store.commitTurn(turn({ id, conversation, channel: 'teams' }), revision, outcome({ effects: [{ key: id, effect: blockCard }] }));
  writeSync(STDOUT, `${conversation} ${id}\n`);
}
