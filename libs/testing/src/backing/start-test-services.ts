import { startNatively } from './start-natively.js';
import type { TestServices } from './test-services.js';

export interface Starting {
  /** The root of the checkout. */
  root: string;
  say(line: string): void;
  /** Stops a native start before it is finished. */
  signal?: AbortSignal;
}

/**
 * Postgres, Kafka and Redis for a test run. TEST_POSTGRES_URL, TEST_KAFKA_BROKERS and TEST_REDIS_URL name running ones. The
 * others are started as TEST_SERVICES says: `native` (the default), or `containers`.
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
  // Loaded only here: it takes most of a second.
  const { startInContainers } = await import('../containers/start-in-containers.js');
  return startInContainers(named);
}
