import type { MessageBatch } from '#kafka/message-batch.js';
import { BatchProjector } from '#projection/nest/batch-projector.js';
import { HealthChecks } from '#process/health-checks.js';
import { Metrics } from '#process/metrics.js';
import { createPool } from '#postgres/postgres-pool.js';
import type { ProjectionSet } from '#projection/projection.js';
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
  /** What this version looks for and folds again. */
  behind?: ProjectionSet['behind'];
  alertEveryMs?: number;
}

export interface TallyProjector {
  metrics: Metrics;
  health: HealthChecks;
  /** Its log, as lines of JSON. */
  lines: string[];
  close(): Promise<void>;
}

/** The projector as in production, with the tally projection set. */
export function startTallyProjector(options: TallyProjecting): TallyProjector {
  const { databaseUrl, brokers, topic, schema, name, hooks, behind, alertEveryMs } = options;
  const pool = createPool(databaseUrl, { name, max: 6 });
  const metrics = new Metrics();
  const set = { ...tallySet(schema, hooks), ...(behind && { behind }) };
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const health = new HealthChecks();
  const projector = new BatchProjector({
    ...{ pool, set, brokers, clientId: name, log, metrics, health },
    ...(alertEveryMs !== undefined && { alertEveryMs }),
  });
  const server = projector.createServer();
  server.addHandler(topic, (batch: MessageBatch) => projector.apply(batch), true);
  server.listen(() => undefined);
  return {
    ...{ metrics, health, lines },
    close: async () => {
      await server.close();
      await projector.close();
      await pool.end();
    },
  };
}
