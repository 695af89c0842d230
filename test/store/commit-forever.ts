/** Commits turns to the file in argv[2] until it is killed, and prints each turn's id once its commit has resolved. */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import { blockCard, outcome, turn } from '../contracts/store/fixtures.ts';

const [, , path = '', run = ''] = process.argv;
const STDOUT = 1;
const store = await openSqliteStore({ path });

for (let revision = (await store.loadConversation('c1'))?.revision ?? 0; ; revision += 1) {
  const id = `${run}-${revision}`;
  await store.commitTurn(turn({ id, channel: 'teams' }), revision, outcome({ effects: [{ key: id, effect: blockCard }] }));
  writeSync(STDOUT, `${id}\n`);
}
