import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchPathOf } from '#postgres/search-path.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { databaseUrl } from '#installation/databases.js';
import { startTestServices } from '#testing/backing/start-test-services.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { startSystem } from '#tools/stack/system.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import pg from 'pg';
import { fixture } from './fixture.js';
import { restoreDatabases } from './restore-databases.js';
import { restoreTopics } from './restore-topics.js';

const root = join(import.meta.dirname, '..', '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);

export interface Started {
  gatewayUrl: string;
  /** The read database, in UTC. */
  read: pg.Pool;
  keyring: pg.Pool;
  stop(): Promise<void>;
}

/**
 * Starts this version, from the build, on the databases (except the read database), topics and keys of the version before.
 * It has a Postgres and a Kafka of its own, because names of databases and topics are the same for all tests.
 */
export async function startOnWhatWasLeft(): Promise<Started> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'broadside-before-'));
  const stops: (() => Promise<unknown>)[] = [() => Promise.resolve(rmSync(dataFolder, { recursive: true }))];
  const stop = async () => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  try {
    chmodSync(dataFolder, 0o755);
    for (const each of ['keys', 'admin.json']) cpSync(join(fixture, each), join(dataFolder, each), { recursive: true });
    const env = { ...process.env, TEST_POSTGRES_URL: undefined, TEST_KAFKA_BROKERS: undefined };
    const { stop: stopBacking, ...backing } = await startTestServices({ root, say }, env);
    const { postgresUrl, brokers } = backing;
    stops.push(stopBacking);
    await Promise.all([restoreDatabases(postgresUrl), restoreTopics(brokers)]);
    // So that a test can choose its client address.
    const limits = { ...wideLimits, TRUSTED_PROXIES: '127.0.0.1' };
    const port = await findFreeBlock();
    const system = await startSystem({ root, dataFolder, port, replicas: 1, site: false, ...backing, limits, say });
    stops.push(() => system.stop());
    const poolOf = (database: 'read' | 'keyring', schema = 'public') => {
      const connectionString = databaseUrl(postgresUrl, database);
      const pool = new pg.Pool({ connectionString, options: `-c TimeZone=UTC ${searchPathOf(schema)}` });
      stops.push(() => pool.end());
      return pool;
    };
    return {
      gatewayUrl: system.gatewayUrls[0] ?? '',
      read: poolOf('read', defaultReadSet),
      keyring: poolOf('keyring'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
