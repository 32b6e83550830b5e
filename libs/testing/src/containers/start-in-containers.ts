import { getReaper, type StartedTestContainer } from 'testcontainers';
import { withTimeout } from '#process/with-timeout.js';
import type { NamedServices, TestServices } from '../backing/test-services.js';
import { findEngine } from './engine.js';
import type { InContainer } from './in-container.js';
import { removeContainer } from './remove-container.js';
import { startKafka } from './start-kafka.js';
import { startPostgres } from './start-postgres.js';
import { startRedis } from './start-redis.js';
import { whyNoContainers } from './why-no-containers.js';

/** Milliseconds: Testcontainers itself puts no limit on its requests to the engine. */
const startedWithinMs = 120_000;

/**
 * Starts the servers that are not named, in containers, in parallel. `stop()` removes them; if this process is killed,
 * Testcontainers' reaper removes them within seconds.
 * @throws Error that says what to do if no engine answers or an image is missing.
 */
export async function startInContainers(named: NamedServices): Promise<TestServices> {
  const whyNot = await whyNoContainers();
  if (whyNot !== undefined) {
    throw new Error(
      `TEST_SERVICES=containers, but ${whyNot}. Start Docker, or say by DOCKER_HOST where it is; ` +
        'without TEST_SERVICES the tests start Postgres, Kafka and Redis natively.',
    );
  }
  // Otherwise containers that start in parallel would each create one.
  await withTimeout(findEngine().then(getReaper), startedWithinMs, 'the reaper of containers');
  const running: StartedTestContainer[] = [];
  const have = async <Address>(given: Address | undefined, begin: () => Promise<InContainer<Address>>) => {
    if (given !== undefined) return given;
    const { address, container } = await withTimeout(begin(), startedWithinMs, 'a container to start');
    running.push(container);
    return address;
  };
  const stop = async () => {
    await Promise.all(running.map(removeContainer));
  };
  const all = [
    have(named.postgresUrl, startPostgres),
    have(named.brokers, startKafka),
    have(named.redisUrl, startRedis),
  ] as const;
  try {
    const [postgresUrl, brokers, redisUrl] = await Promise.all(all);
    return { postgresUrl, brokers, redisUrl, stop };
  } catch (error) {
    await Promise.allSettled(all);
    await stop();
    throw error;
  }
}
