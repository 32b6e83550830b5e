import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Network } from '#contracts/people/network.js';
import { Connections } from './connections.js';
import { resumeReading } from '#http/end-unread.js';
import { HealthChecks } from './health-checks.js';
import { httpAdapter } from '#http/http-adapter.js';
import { requireJson } from '#http/json-bodies.js';
import { createLogger, nestLogger } from './logging.js';
import { serveManagement } from './management.js';
import { Metrics } from './metrics.js';
import { observeRequests } from './observe-requests.js';
import { ProblemFilter } from '#http/problem.filter.js';
import { ServiceModule } from './service.module.js';
import { StopSignals } from './shut-down.js';

export interface ServiceOptions {
  name: string;
  module: Type;
  env: { PORT: number; MANAGEMENT_PORT: number; HOST: string; LOG_LEVEL: string; DRAIN_SECONDS: number };
  /** The service's topics transport, if it has one; made from the application's own providers. */
  strategy?: (app: NestFastifyApplication) => CustomTransportStrategy;
  /** Bytes; 64 KiB unless said. */
  bodyLimit?: number;
  /** Proxies whose X-Forwarded-For is trusted; none by default. */
  trustProxy?: readonly Network[];
  configure?: (app: NestFastifyApplication, log: Logger) => Promise<void> | void;
}

/**
 * Starts a service: HTTP with health checks and problem documents, its management port, its topics, and an orderly shutdown
 * on SIGTERM.
 */
export async function bootstrapService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const { name, module, env } = options;
  const log = createLogger(name, env.LOG_LEVEL);
  const signals = new StopSignals(log);
  try {
    const adapter = httpAdapter({ log, bodyLimit: options.bodyLimit, trustProxy: options.trustProxy });
    const app = await NestFactory.create<NestFastifyApplication>(rootOf(module, log), adapter, {
      logger: nestLogger(log),
      abortOnError: false,
    });
    observeRequests(app.getHttpAdapter().getInstance(), app.get(Metrics), log);
    app.useGlobalFilters(new ProblemFilter(log));
    await options.configure?.(app, log);
    requireJson(app.getHttpAdapter().getInstance());
    resumeReading(app.getHttpAdapter().getInstance());
    if (options.strategy) app.connectMicroservice({ strategy: options.strategy(app) });
    await app.startAllMicroservices();
    const connections = new Connections(app.getHttpServer());
    const health = app.get(HealthChecks);
    signals.serves({ app, connections, health, log, drainMs: env.DRAIN_SECONDS * 1_000 });
    await serveManagement({ health, metrics: app.get(Metrics), log }, { port: env.MANAGEMENT_PORT, host: env.HOST });
    await app.listen(env.PORT, env.HOST);
    log.info({ port: env.PORT }, 'listening');
    return app;
  } catch (error) {
    // A signal came before it served.
    if (signals.came) return new Promise(() => undefined);
    log.fatal({ reason: String(error), stack: (error as Error).stack }, 'the service cannot start');
    process.exit(1);
  }
}

function rootOf(module: Type, log: ReturnType<typeof createLogger>): Type {
  @Module({ imports: [ServiceModule.of(log), module] })
  class Root {}
  return Root;
}
