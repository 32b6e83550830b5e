import type { Keyring } from '#keyring/keyring.js';
import type { MessageBatch } from '#kafka/message-batch.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import { BodyRenderer } from '#rendering/body-renderer.js';
import { HealthChecks } from '#process/health-checks.js';
import { createLogger } from '#process/logging.js';
import { Metrics } from '#process/metrics.js';
import { createPool, indexPlans } from '#postgres/postgres-pool.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { readModels } from '../../../apps/projector/src/read-models.set.js';
import { commentCount } from './commented.js';
import { projectionTopic } from './projection-topic.js';
import { Stopwatch } from './stopwatch.js';

/** The real projector, its real set and transport, on a read database of its own. @returns events a second. */
export async function projectWithOurs(url: string, { brokers, keyring }: { brokers: string[]; keyring: Keyring }) {
  const pool = createPool(url, { name: 'bench-projector', max: 6, settings: indexPlans, schema: defaultReadSet });
  const renderer = new BodyRenderer();
  renderer.warmUp();
  const projector = new BatchProjector({
    pool,
    brokers,
    set: { ...readModels(keyring, renderer), group: `bench.ours.${crypto.randomUUID()}` },
    clientId: 'bench-projector',
    log: createLogger('bench', 'error'),
    metrics: new Metrics(),
    health: new HealthChecks(),
  });
  const stopwatch = new Stopwatch(commentCount);
  const server = projector.createServer();
  const handle = async (batch: MessageBatch) => {
    stopwatch.begin();
    await projector.apply(batch);
    stopwatch.store(batch.partition, batch.messages.at(-1)?.offset ?? '-1');
  };
  server.addHandler(projectionTopic, handle, true);
  try {
    server.listen(() => undefined);
    return await stopwatch.rate();
  } finally {
    await server.close();
    await projector.close();
    renderer.close();
    await pool.end();
  }
}
