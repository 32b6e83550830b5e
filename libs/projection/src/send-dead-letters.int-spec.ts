import { expect, test } from '@jest/globals';
import type { Publisher } from '#kafka/publisher.js';
import { createTables, tablesIn } from '#testing/create-tables.js';
import { projectionTables } from './projection.tables.js';
import { createTestDatabase } from '#testing/postgres.js';
import type { ProjectionSet } from './projection.js';
import { sendDeadLetters } from './send-dead-letters.js';

const megabyte = 1_000_000;

test('many large dead letters are loaded and sent a few at a time, all of them, oldest first', async () => {
  const { pool, drop } = await createTestDatabase();
  await createTables(pool, tablesIn('dying', projectionTables));
  await pool.query(`
    INSERT INTO dying.dead_letter (topic, partition, message_offset, reason, message_value, headers, died_at)
    SELECT 'comments.events.v1', 0, n, 'poison', convert_to(repeat('x', ${megabyte}), 'UTF8'), '{}', now() + n * interval '1 ms'
    FROM generate_series(1, 12) AS n`);
  const portions: string[][] = [];
  const publisher: Publisher = {
    publish: (batch) => {
      portions.push(batch.flatMap(({ messages }) => messages.map(({ headers }) => String(headers['x-offset']))));
      return Promise.resolve();
    },
    disconnect: () => Promise.resolve(),
  };
  await sendDeadLetters(pool, { schema: 'dying', group: 'projector.read-v1' } as ProjectionSet, publisher);
  await drop();
  expect(portions.map(({ length }) => length)).toEqual([4, 4, 4]);
  expect(portions.flat()).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)));
});
