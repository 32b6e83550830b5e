import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { append, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { sequentialReads } from '#testing/sequential-reads.js';
import { deleteRelayed } from './delete-relayed.js';
import { takeLeadership } from './take-leadership.js';

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.database.drop());

const waiting = async () => {
  const { rows } = await store.database.pool.query<{ id: string }>('SELECT id FROM outbox ORDER BY id');
  return rows.map(({ id }) => id);
};

test('Promise 2: exactly the acknowledged rows are deleted, not every row with a lower id', async () => {
  for (const number of [1, 2, 3, 4]) {
    await store.store.transact((tx) => tx.append([append(`comment-${number}`, 0)], metadata()));
  }
  const [first = '', second = '', third = '', fourth = ''] = await waiting();
  const client = await store.database.pool.connect();
  await deleteRelayed(client, [second, fourth]).finally(() => client.release());
  expect(await waiting()).toEqual([first, third]);
});

test('a relay that began with an empty database does not scan a large events table', async () => {
  const { pool, url } = store.database;
  await pool.query('ALTER TABLE events SET (autovacuum_enabled = off)');
  const leadership = await takeLeadership(url);
  if (!leadership) throw new Error('another leads');
  try {
    await deleteRelayed(leadership.client, ['0']);
    const { client } = leadership;
    for (let number = 10; number < 200; number += 1) {
      await store.store.transact((tx) => tx.append([append(`comment-${number}`, 0)], metadata()));
    }
    const before = await sequentialReads(client, 'events');
    await deleteRelayed(client, await waiting());
    expect(await sequentialReads(client, 'events')).toBe(before);
  } finally {
    await leadership.release();
  }
});
