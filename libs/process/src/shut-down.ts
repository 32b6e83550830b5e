import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Connections } from './connections.js';
import type { HealthChecks } from './health-checks.js';
import { handSignalsOver } from './early-signals.js';
import { withTimeout } from './with-timeout.js';

/** Milliseconds that requests under way may still take once no new ones are taken; then they are cut. */
export const requestsEndMs = 10_000;

/** Milliseconds after the requests in which consumers and connections to databases must have ended. */
const restEndMs = 5_000;

export interface Serving {
  app: Pick<INestApplication, 'close'>;
  connections: Connections;
  health: Pick<HealthChecks, 'stop'>;
  log: Logger;
  /** Milliseconds to go on serving, though not ready any more, until nobody sends requests here. */
  drainMs: number;
}

/**
 * Not ready any more; after the drain no new connections, idle ones end, requests under way are answered; then the hooks.
 * @throws Error where consumers or databases could not be let go of in time.
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

/** How the process ends on SIGTERM and SIGINT. Heard from its first moment on, for as process 1 it would not end otherwise. */
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

  /** Whether a signal came, so that what fails from now on is no fault. */
  get came(): boolean {
    return this.isStopping;
  }

  /** To be called before it listens: until then nothing is under way, and the process ends at once. */
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
