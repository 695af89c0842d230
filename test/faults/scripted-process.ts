/**
 * A process that plays the scripted talk and kills itself: `node scripted-process.ts <database> <receiver> <writes>` dies
 * by SIGKILL as soon as so many writes of the store are done, before its caller hears of the last one. It prints nothing.
 */
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import { interposed, type Around } from './interposed-store.ts';
import { createBot, play, START_MS } from './scripted-talk.ts';

const READS = ['recallTurn', 'loadConversation', 'openRequests'];

function dyingAfter(writes: number): Around {
  let left = writes;
  return async (call, work) => {
    const result = await work();
    if (!READS.includes(call)) left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}

const [path = '', receiver = '', writes = ''] = process.argv.slice(2);
const store = await openSqliteStore({ path });
const { turns, worker } = createBot(interposed(store, dyingAfter(Number(writes))), () => new Date(START_MS), receiver);
await play((incoming) => turns.handle('webchat', incoming), () => worker.drain());
await store.close();
