import { startNatively } from './start-natively.js';
import type { TestServices } from './test-services.js';

export interface Starting {
  /** The checkout. */
  root: string;
  say(line: string): void;
  /** Ends a native start before its time. */
  signal?: AbortSignal;
}

/**
 * Postgres, Kafka and Redis for a test run: those that TEST_POSTGRES_URL, TEST_KAFKA_BROKERS and TEST_REDIS_URL name, and
 * the others as TEST_SERVICES says: `native`, which is what happens without it, or in `containers`.
 * @throws Error that says what is missing.
 */
export async function startTestServices(starting: Starting, env = process.env): Promise<TestServices> {
  const named = {
    postgresUrl: env['TEST_POSTGRES_URL'] || undefined,
    brokers: env['TEST_KAFKA_BROKERS']?.split(','),
    redisUrl: env['TEST_REDIS_URL'] || undefined,
  };
  const how = env['TEST_SERVICES'] || 'native';
  if (how === 'native') return startNatively(named, starting);
  if (how !== 'containers') throw new Error(`TEST_SERVICES is “${how}”; it can be “native” or “containers”`);
  // Only here: it takes most of a second to load.
  const { startInContainers } = await import('../containers/start-in-containers.js');
  return startInContainers(named);
}
