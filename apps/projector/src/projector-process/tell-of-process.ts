import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { codeVersionOf } from '#process/code-version.js';
import type { HealthChecks } from '#process/health-checks.js';
import { PeriodicTask } from '#process/periodic-task.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { forgetProjectorProcess } from '#read-models/projector-process/forget-projector-process.js';
import { saveProjectorProcess } from '#read-models/projector-process/save-projector-process.js';

/** Seconds between two times that a process tells of itself. */
export const tellsEverySeconds = 10;

interface Parts {
  pool: Pool;
  health: Pick<HealthChecks, 'readiness'>;
  projector: Pick<BatchProjector, 'described'>;
  log: Logger;
}

/** Tells operators of this process, by a row: the projector takes no requests, and the gateway reads the database anyway. */
export function tellOfProcess({ pool, health, projector, log }: Parts): Pick<PeriodicTask, 'start' | 'stop'> {
  const process = { processId: randomUUID(), host: hostname(), version: codeVersionOf('projector') };
  const task = new PeriodicTask({
    ...{ what: 'telling operators of this process', everyMs: tellsEverySeconds * 1_000, log },
    work: async (signal) => {
      const { ready, checks } = await health.readiness();
      if (!signal.aborted)
        await saveProjectorProcess(pool, { ...process, ready, checks, lag: projector.described.lag });
    },
  });
  return {
    start: () => task.start(),
    stop: async () => {
      await task.stop();
      // While the database is away, it is forgotten in an hour.
      await forgetProjectorProcess(pool, process.processId).catch(() => undefined);
    },
  };
}
