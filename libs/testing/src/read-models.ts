import { readDatabaseOf } from '#read-models/read-database.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { createTables } from './create-tables.js';
import { createTestDatabase, testServerUrl, type TestDatabase } from './postgres.js';

/** A database of its own for one test file, with a set of read models, whose tables are found unqualified. */
export async function createReadModels(set = defaultReadSet): Promise<TestDatabase> {
  const database = await createTestDatabase(testServerUrl(), set);
  await createTables(database.pool, ...readDatabaseOf(set).groups);
  return database;
}
