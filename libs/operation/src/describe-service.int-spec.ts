import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { setTables } from '#postgres/migrations/table-group.js';
import { projectionTables } from '#projection/projection.tables.js';
import { createTables } from '#testing/create-tables.js';
import { append, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { describeService } from './describe-service.js';
import { maxNamed } from './describe-set.js';
import { DescribedService } from './operation.js';

const schema = 'listening';
const stream = 'person-0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
let stored: TestStore;
let pool: Pool;
beforeAll(async () => {
  stored = await createTestStore();
  ({ pool } = stored.database);
  await createTables(pool, setTables(schema, 'listening_migrations', [projectionTables]));
});
afterAll(() => stored.database.drop());

const health = { readiness: () => Promise.resolve({ ready: false, checks: { topics: 'cut short' } }) };
const describe = () =>
  describeService({ service: 'comments', pool, health, listening: { schema, lag: 3 } }).then((told) =>
    DescribedService.parse(told),
  );

test('a service tells what waits, lags, is halted, is parked and is dead, and why', async () => {
  await stored.store.transact((tx) => tx.append([append('comment-1', 0)], metadata()));
  await pool.query(`INSERT INTO ${schema}.halted_stream (stream, version, reason) VALUES ($1, 2, $2)`, [
    ...[stream, 'error: invalid input syntax for type uuid: "Ada Lovelace"'],
  ]);
  await pool.query(
    `INSERT INTO ${schema}.parked_event (stream, version, event) VALUES ('article-1', 3, '{"type":"X"}')`,
  );
  await pool.query(
    `INSERT INTO ${schema}.dead_letter (topic, partition, message_offset, stream, reason, message_value, headers)
     VALUES ('users.events.v1', 3, 7, $1, 'not "Ada Lovelace"', 'Ada Lovelace', '{"a":"Ada Lovelace"}')`,
    [stream],
  );
  const told = await describe();
  expect(told).toMatchObject({
    version: expect.stringMatching(/\+[0-9a-f]{8}$/),
    ...{ ready: false, checks: { topics: 'cut short' }, outbox: { waiting: 1, republished: 0 } },
    sets: [
      {
        ...{ name: 'comments.listening', lag: 3, haltedStreams: 1, parkedStreams: 1, unsentDeadLetters: 1 },
        halted: [{ stream, version: 2, reason: 'error: invalid input syntax for type uuid: “…”' }],
        parked: [{ stream: 'article-1', version: 3 }],
      },
    ],
    deadLetters: [{ id: 'users.events.v1/3/7', set: 'comments.listening', stream, reason: 'not “…”' }],
  });
  // What a message says is for whoever has the tool.
  expect(JSON.stringify(told)).not.toContain('Ada');
});

test('however much there is, the answer has a most', async () => {
  const many = 'FROM generate_series(1, 200) AS number';
  await pool.query(
    `INSERT INTO ${schema}.dead_letter (topic, partition, message_offset, reason, headers)
     SELECT 'users.events.v1', 0, number, repeat('x', 2000), '{}' ${many}`,
  );
  await pool.query(
    `INSERT INTO ${schema}.halted_stream (stream, version, reason) SELECT 'a-' || number, 1, 'x' ${many}`,
  );
  await pool.query(
    `INSERT INTO ${schema}.parked_event (stream, version, event) SELECT 'b-' || number, 2, '{}' ${many}`,
  );
  const { sets, deadLetters } = await describe();
  expect(deadLetters).toHaveLength(maxNamed.letters);
  expect(deadLetters[0]?.reason).toHaveLength(500);
  expect([sets[0]?.halted.length, sets[0]?.parked.length, sets[0]?.haltedStreams]).toEqual([20, 20, 201]);
});
