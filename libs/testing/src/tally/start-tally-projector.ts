import type { MessageBatch } from '#kafka/message-batch.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import { HealthChecks } from '#service/health-checks.js';
import { Metrics } from '#service/metrics.js';
import { createPool } from '#service/postgres-pool.js';
import { pino } from 'pino';
import { tallySet, type TallyHooks } from './tally-set.js';

export interface TallyProjecting {
  databaseUrl: string;
  brokers: string[];
  topic: string;
  schema: string;
  /** Shown in pg_stat_activity. */
  name: string;
  hooks?: TallyHooks;
}

export interface TallyProjector {
  metrics: Metrics;
  close(): Promise<void>;
}

/** The projector as it runs in production, but for what it projects. */
export function startTallyProjector(options: TallyProjecting): TallyProjector {
  const { databaseUrl, brokers, topic, schema, name, hooks } = options;
  const pool = createPool(databaseUrl, { name, max: 6 });
  const metrics = new Metrics();
  const set = tallySet(schema, hooks);
  const log = pino({ level: 'silent' });
  const health = new HealthChecks();
  const projector = new BatchProjector({ pool, set, brokers, clientId: name, log, metrics, health });
  const server = projector.createServer();
  server.addHandler(topic, (batch: MessageBatch) => projector.apply(batch), true);
  server.listen(() => undefined);
  return {
    metrics,
    close: async () => {
      await server.close();
      await projector.close();
      await pool.end();
    },
  };
}
