import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import type { HealthChecks } from './health-checks.js';
import { withTimeout } from './with-timeout.js';

const limitMs = 10_000;

/** On SIGTERM or SIGINT: not ready any more, no new requests, those under way end, then the hooks; a second signal ends it at once. */
export function shutDownOnSignals(app: INestApplication, health: HealthChecks, log: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    health.stop();
    log.info({ signal }, 'shutting down');
    withTimeout(app.close(), limitMs, 'requests and consumers to end').then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ reason: String(error) }, 'shut down by force');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error nobody caught');
    process.exit(1);
  });
}
