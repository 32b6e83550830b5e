import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Connections } from './connections.js';
import type { HealthChecks } from './health-checks.js';
import { handSignalsOver } from './early-signals.js';
import { withTimeout } from './with-timeout.js';

/** Milliseconds that pending requests may take once no new connections are accepted; then they are cut. */
export const requestsEndMs = 10_000;

/** Milliseconds after the requests in which consumers and database connections must have ended. */
const restEndMs = 5_000;

export interface Serving {
  app: Pick<INestApplication, 'close'>;
  connections: Connections;
  health: Pick<HealthChecks, 'stop'>;
  log: Logger;
  /** Milliseconds to keep serving while not ready, until load balancers send no more requests here. */
  drainMs: number;
}

/**
 * Stops a service in order: it reports not ready and serves for the drain; then it refuses new connections, closes idle ones
 * and answers pending requests; last, it runs the shutdown hooks.
 * @throws Error if consumers or database connections did not end in time.
 */
export async function stopServing(
  { app, connections, health, log, drainMs }: Serving,
  endMs: number = requestsEndMs,
): Promise<void> {
  health.stop();
  connections.leave();
  await delay(drainMs);
  const cut = setTimeout(() => {
    log.warn({ requests: connections.cut() }, `requests under way were cut after ${endMs} ms`);
  }, endMs);
  await connections.close();
  clearTimeout(cut);
  await withTimeout(app.close(), restEndMs, 'consumers and connections to end');
}

/** Ends the process on SIGTERM and SIGINT. Installed at startup, because process 1 of a container has no default handlers. */
export class StopSignals {
  private serving: Serving | undefined;
  private isStopping = false;

  constructor(private readonly log: Logger) {
    handSignalsOver();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void this.stop(signal));
    process.on('uncaughtException', (error) => {
      log.fatal({ err: error }, 'an error nobody caught');
      process.exit(1);
    });
  }

  /** Whether a signal came: errors after it are part of the shutdown. */
  get came(): boolean {
    return this.isStopping;
  }

  /** Call it before the service listens. Without it nothing is pending, and a signal ends the process at once. */
  serves(serving: Serving): void {
    this.serving = serving;
  }

  /** A second signal ends it at once. */
  private async stop(signal: string): Promise<void> {
    if (this.isStopping) process.exit(1);
    this.isStopping = true;
    this.log.info({ signal }, 'shutting down');
    try {
      if (this.serving) await stopServing(this.serving);
      process.exit(0);
    } catch (error) {
      this.log.error({ reason: String(error) }, 'shut down by force');
      process.exit(1);
    }
  }
}
