import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../bot/store/store.ts';

/** One empty database; `connect` opens another handle on it, as another process would. */
export interface TestDatabase {
  connect(): Promise<Store>;
  drop(): Promise<void>;
}

/** Opens a handle on the test's database; all of them are closed when the test ends. */
export type Connect = () => Promise<Store>;

/** Gives each test of the surrounding describe a database of its own. */
export function freshDatabase(create: () => Promise<TestDatabase>): Connect {
  let database: TestDatabase;
  let opened: Store[];

  beforeEach(async () => {
    database = await create();
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await database.drop();
  });

  return async () => {
    const store = await database.connect();
    opened.push(store);
    return store;
  };
}
