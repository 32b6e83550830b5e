import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { projectionTables } from '#projection/projection.tables.js';
import { createTables, tablesIn } from '#testing/create-tables.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { knownPeopleTables } from '../known-people.tables.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await createTables(database.pool, tablesIn('listening', projectionTables));
  await database.pool.query(`
    INSERT INTO listening.checkpoint VALUES ('users.events.v1', 3, 40, 30, 30);
    INSERT INTO listening.stream_progress VALUES ('person-1', 7)`);
});
afterEach(() => database.drop());

const migrate = () =>
  migrateDatabase(database.url, { lock: 1, groups: [knownPeopleTables('listening')] }, { name: 'test' });
const first = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows[0];

/** The statements that a running replica of each version executes, word for word. */
const versions = {
  'that knew no roles': {
    tables: `CREATE TABLE listening.known_person (
      person_id uuid PRIMARY KEY, kind text NOT NULL, event_id uuid NOT NULL, name text NOT NULL, website text)`,
    statements: [
      `INSERT INTO listening.known_person (person_id, kind, event_id, name, website)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[])
       ON CONFLICT (person_id) DO UPDATE
       SET kind = excluded.kind, event_id = excluded.event_id, name = excluded.name, website = excluded.website`,
    ],
    values: (id: string) => [[id], ['guest'], [randomUUID()], ['sealed'], [null]],
  },
  'that knew no addresses': {
    tables: `CREATE TABLE listening.known_person (
      person_id uuid PRIMARY KEY, kind text NOT NULL, event_id uuid NOT NULL, name text NOT NULL,
      website_event_id uuid, website text, nick_event_id uuid, nick text,
      roles jsonb NOT NULL, sanctions jsonb NOT NULL, linked_to uuid);
      CREATE TABLE listening.ended_session (session_id uuid PRIMARY KEY)`,
    statements: [
      `INSERT INTO listening.known_person (person_id, kind, event_id, name, website_event_id, website, nick_event_id, nick,
                                           roles, sanctions, linked_to)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::text[],
                            $9::jsonb[], $10::jsonb[], $11::uuid[])
       ON CONFLICT (person_id) DO UPDATE
       SET kind = excluded.kind, event_id = excluded.event_id, name = excluded.name,
           website_event_id = excluded.website_event_id, website = excluded.website,
           nick_event_id = excluded.nick_event_id, nick = excluded.nick,
           roles = excluded.roles, sanctions = excluded.sanctions, linked_to = excluded.linked_to`,
    ],
    values: (id: string) => [
      ...[[id], ['guest'], [randomUUID()], ['sealed'], [null], [null], [null], [null], ['[]'], ['{}'], [null]],
    ],
  },
};

describe.each(Object.entries(versions))(
  'beside a replica of a version %s',
  (_version, { tables, statements, values }) => {
    test('its rows stay until they are rebuilt, and it keeps running', async () => {
      const [kept, added] = [randomUUID(), randomUUID()];
      const replica = await database.pool.connect();
      const save = async (id: string) => {
        for (const text of statements) await replica.query({ name: text.slice(0, 40), text, values: values(id) });
      };
      await replica.query(tables);
      await save(kept);
      await migrate();
      expect(await first('SELECT count(*)::int AS people FROM listening.known_person')).toEqual({ people: 1 });
      expect(
        await first('SELECT next_offset, counted, watermark AS "sequenceCheck" FROM listening.checkpoint'),
      ).toEqual({
        ...{ next_offset: '0', counted: '0', sequenceCheck: '0' },
      });
      expect(await first('SELECT FROM listening.stream_progress')).toBeUndefined();
      await save(kept);
      await save(added);
      expect(await first(`SELECT roles, sanctions FROM listening.known_person WHERE person_id = '${added}'`)).toEqual({
        ...{ roles: [], sanctions: {} },
      });
      replica.release();
      await database.pool.query(`UPDATE listening.checkpoint SET next_offset = 50`);
      expect(await migrate()).toEqual([]);
      expect(await first('SELECT next_offset FROM listening.checkpoint')).toEqual({ next_offset: '50' });
    });
  },
);

test('rows with roles and addresses are kept, and so are their checkpoints', async () => {
  await createTables(database.pool, knownPeopleTables('listening'));
  await migrate();
  expect(await first('SELECT next_offset FROM listening.checkpoint')).toEqual({ next_offset: '40' });
});
