import { afterAll, beforeAll } from '@jest/globals';
import { createTestStore, type TestStore } from '#testing/event-store.js';
import { handleCommandSuite } from './handle-command.suite.js';

let stored: TestStore | undefined;
beforeAll(async () => {
  stored = await createTestStore();
});
afterAll(() => stored?.database.drop());

handleCommandSuite('commands over a store in Postgres', () => {
  if (!stored) throw new Error('the store is not there yet');
  return stored.store;
});
