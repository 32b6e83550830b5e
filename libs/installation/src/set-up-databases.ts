import pg from 'pg';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import type { DatabaseTables } from '#postgres/migrations/table-group.js';
import { adoptObjects } from './adopt-objects.js';
import {
  databaseName,
  databases,
  databaseUrl,
  keyringOwner,
  keyringRights,
  ownerOf,
  roleName,
  roles,
  whoEnters,
  type Database,
  type Role,
} from './databases.js';

export type Passwords = Record<Role, string>;
/** The tables of each database. */
export type TablesOfDatabases = Readonly<Record<Database, DatabaseTables>>;

const setUpLock = 7_204_105;

const connectTo = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({
    ...{ connectionString: url, application_name: 'setup' },
    ...{ connectionTimeoutMillis: 5_000, lock_timeout: 60_000, statement_timeout: 600_000 },
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/**
 * Creates what is missing and corrects what differs: databases, a role with its password for each service, rights and
 * owners. Then runs the migrations as the owner of each database. It may be repeated at any time, and run by several
 * processes at once.
 * @param server as a superuser. @throws Error if the server is away or refuses; as `migrateDatabase`.
 */
export async function setUpDatabases(server: string, passwords: Passwords, tables: TablesOfDatabases): Promise<void> {
  const client = await connectTo(server);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [setUpLock]);
    await makeRoles(client, passwords);
    for (const database of databases) await makeDatabase(client, database);
    for (const database of databases) await furnish(server, database, tables[database]);
  } finally {
    await client.end();
  }
}

async function makeRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
  const present = new Set(rows.map(({ rolname }) => rolname));
  const verb = (name: string) => (present.has(name) ? 'ALTER' : 'CREATE');
  await client.query(`${verb(keyringOwner)} ROLE ${keyringOwner} NOLOGIN`);
  for (const role of roles) {
    const name = roleName(role);
    const password = client.escapeLiteral(passwords[role]);
    await client.query(`${verb(name)} ROLE ${name} LOGIN PASSWORD ${password}`);
  }
  // Any forgotten transaction makes the outbox grow, so the services measure the oldest one, also those of other roles.
  const measuring = (['articles', 'comments', 'users'] as const).map(roleName);
  await client.query(`GRANT pg_read_all_stats TO ${measuring.join(', ')}`);
}

async function makeDatabase(client: pg.Client, database: Database): Promise<void> {
  const name = databaseName(database);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  await client.query(`ALTER DATABASE ${name} OWNER TO ${ownerOf[database]}`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${whoEnters[database].map(roleName).join(', ')}`);
}

/** What a database needs before its services start. */
async function furnish(server: string, database: Database, tables: DatabaseTables): Promise<void> {
  const url = databaseUrl(server, database);
  const client = await connectTo(url);
  try {
    await adoptObjects(client, ownerOf[database]);
    await migrateDatabase(url, tables, { name: 'setup', owner: ownerOf[database] });
    if (tables.upkeep) await client.query(tables.upkeep.statement);
    if (database !== 'keyring') return;
    for (const [right, who] of Object.entries(keyringRights)) {
      await client.query(`GRANT ${right} TO ${who.map(roleName).join(', ')}`);
    }
  } finally {
    await client.end();
  }
}
