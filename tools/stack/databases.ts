import pg from 'pg';

export const databases = ['articles', 'comments', 'users', 'keyring', 'read'] as const;
export type Database = (typeof databases)[number];

export const databaseUrl = (server: string, database: Database): string => {
  const url = new URL(server);
  url.pathname = `/broadside_${database}`;
  return url.href;
};

/** The read database as the gateway signs in to it: it may read and listen, nothing else. */
export function gatewayReadUrl(server: string, password: string): string {
  const url = new URL(databaseUrl(server, 'read'));
  url.username = 'gateway_reader';
  url.password = password;
  return url.href;
}

/** Creates what is missing: a database a service, and the role the gateway reads with. */
export async function ensureDatabases(server: string, gatewayPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const present = new Set(rows.map(({ datname }) => datname));
    for (const name of databases.map((database) => `broadside_${database}`)) {
      if (!present.has(name)) await client.query(`CREATE DATABASE ${name}`);
    }
    const role = await client.query(`SELECT FROM pg_roles WHERE rolname = 'gateway_reader'`);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE gateway_reader LOGIN PASSWORD ${client.escapeLiteral(gatewayPassword)}`);
  } finally {
    await client.end();
  }
}
