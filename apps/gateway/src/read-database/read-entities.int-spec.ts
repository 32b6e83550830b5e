import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { Problem } from '#http/problem.js';
import { searchPathOf } from '#postgres/search-path.js';
import { tunedPool } from '#postgres/tuned-pool.js';
import { readPersonHistory } from '#read-models/person-history/read-person-history.js';
import { savePersonHistory } from '#read-models/person-history/save-person-history.js';
import { defaultReadSet } from '#read-models/read-set.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { ReadEntities } from './read-entities.js';
import { withUnavailableProblem } from './with-unavailable-problem.js';

const personId = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const entry = {
  ...{ type: 'PersonWarned', actorId: null, reason: 'spam', note: null, until: null, role: null, otherId: null },
};
const at = (day: number) => `2026-01-0${day}T01:02:03.040Z`;

let database: TestDatabase;
let pool: Pool;
let entities: ReadEntities;

beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  const rows = [1, 2].map((version) => ({ ...entry, personId, version, happenedAt: at(version) }));
  await savePersonHistory(client, rows);
  client.release();
  const options = `-c default_transaction_read_only=on ${searchPathOf(defaultReadSet)}`;
  const limits = { max: 1, connectionTimeoutMillis: 100, answerMs: 1_000 };
  pool = withUnavailableProblem(tunedPool({ connectionString: database.url, options, ...limits }));
  entities = new ReadEntities(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const history = (id = personId) => entities.read((tables) => readPersonHistory(tables, id));

/** While its only connection is not to be had. */
async function whileAway<Result>(work: () => Promise<Result>): Promise<Result> {
  const taken = await pool.connect();
  return work().finally(() => taken.release());
}

test('a read database that is away is a 503, at the first read and later, and the next read finds it', async () => {
  const expected = [2, 1].map((version) => ({ ...entry, personId, version, happenedAt: new Date(at(version)) }));
  for (let time = 1; time <= 2; time++) {
    const refused = await whileAway(() => history().catch((error: unknown) => error));
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
    expect(await history()).toEqual(expected);
  }
});

test('an error of ours stays the driver’s own, and shows no parameters', async () => {
  const error: unknown = await history('nobody').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: '22P02' });
  expect(error).not.toHaveProperty('parameters');
});
