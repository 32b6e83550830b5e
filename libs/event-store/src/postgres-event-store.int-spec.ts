import { afterAll, beforeAll } from '@jest/globals';
import { createTestStore, type TestStore } from '#testing/event-store.js';
import { eventStoreSuite } from './event-store.suite.js';

let test: TestStore | undefined;

beforeAll(async () => {
  test = await createTestStore();
});

afterAll(() => test?.database.drop());

eventStoreSuite('the event store in Postgres', () => {
  if (!test) throw new Error('the store is not there yet');
  return test.store;
});
