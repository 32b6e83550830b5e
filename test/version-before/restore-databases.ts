import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { databaseName, databaseUrl, type Database } from '#installation/databases.js';
import pg from 'pg';
import { fixture, linesOf } from './fixture.js';

/** Values as Postgres writes them; a text is parsed by its column's type. */
type TextRow = Record<string, string | null>;

/**
 * Creates the databases with the tables and rows that the version before left. The read database stays empty, and is rebuilt
 * from the topics.
 * @param server as its superuser.
 */
export async function restoreDatabases(server: string): Promise<void> {
  for (const each of readdirSync(join(fixture, 'databases')) as Database[]) await restore(server, each);
}

async function restore(server: string, database: Database): Promise<void> {
  const folder = join(fixture, 'databases', database);
  {
    await using client = await connect(server);
    await client.query(`CREATE DATABASE ${databaseName(database)}`);
  }
  await using client = await connect(databaseUrl(server, database));
  await client.query(readFileSync(join(folder, 'schema.sql'), 'utf8'));
  await client.query('BEGIN');
  // A row may refer to one of another table.
  await client.query('SET LOCAL session_replication_role = replica');
  const tables = readdirSync(folder).filter((file) => file.endsWith('.ndjson') && !isLeftOut(database, file));
  for (const file of tables) await insert(client, basename(file, '.ndjson'), linesOf('databases', database, file));
  for (const { sequence, last_value } of linesOf<TextRow>('databases', database, 'sequences.ndjson')) {
    await client.query('SELECT setval($1, $2)', [sequence, last_value]);
  }
  await client.query('COMMIT');
}

/** The comments service keeps its replicated data; the articles service replicates everything again. */
const isLeftOut = (database: Database, file: string) =>
  file === 'sequences.ndjson' || (database === 'articles' && file.startsWith('listening.'));

async function insert(client: pg.Client, table: string, rows: TextRow[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await client.query(
      `INSERT INTO ${table} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  }
}

async function connect(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
