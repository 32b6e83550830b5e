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

/** Milliseconds: for what Testcontainers asks of the engine there is no limit of its own. */
const startedWithinMs = 120_000;

/**
 * Starts what is not named, in containers, side by side. `stop()` removes them; where this process is killed, the reaper
 * of Testcontainers does, within seconds.
 * @throws Error that says what to do where no engine answers or an image cannot be had.
 */
export async function startInContainers(named: NamedServices): Promise<TestServices> {
  const whyNot = await whyNoContainers();
  if (whyNot !== undefined) {
    throw new Error(
      `TEST_SERVICES=containers, but ${whyNot}. Start Docker, or say by DOCKER_HOST where it is; ` +
        'without TEST_SERVICES the tests start Postgres, Kafka and Redis natively.',
    );
  }
  // Those that start side by side would make one each.
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
