import { randomBytes } from 'node:crypto';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { clusterArguments, postgresArguments, postgresSettings } from '#installation/server-settings.js';
import { engineHost } from './engine.js';
import { images } from './images.js';
import { readyWithinMs, type InContainer } from './in-container.js';

/** Postgres with the native one's settings; its address is the superuser's, database `postgres`. */
export async function startPostgres(): Promise<InContainer> {
  const password = randomBytes(18).toString('base64url');
  const container = await new PostgreSqlContainer(images.postgres)
    .withDatabase('postgres')
    .withUsername('postgres')
    .withPassword(password)
    .withEnvironment({ POSTGRES_INITDB_ARGS: clusterArguments.join(' '), TZ: 'UTC' })
    .withCommand(['postgres', ...postgresArguments(postgresSettings)])
    .withStartupTimeout(readyWithinMs)
    .start();
  const address = `postgresql://postgres:${password}@${await engineHost()}:${container.getPort()}/postgres`;
  return { address, container };
}
