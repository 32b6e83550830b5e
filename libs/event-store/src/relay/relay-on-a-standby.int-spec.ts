import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { leaderTimeoutMs, takeLeadership } from './take-leadership.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('no relay leads on a read-only server, and a leader resigns when its server becomes read-only', async () => {
  const leadership = await takeLeadership(database.url);
  await leadership?.client.query('SET default_transaction_read_only = on');
  const isLost = () => leadership?.isLost() ?? false;
  await eventually(isLost, { what: 'the loss', timeoutMs: leaderTimeoutMs });
  await leadership?.release();
  await database.pool.query(
    `ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" SET default_transaction_read_only = on`,
  );
  await expect(takeLeadership(database.url)).rejects.toThrow('read-only');
});
