import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthChecks } from './health-checks.js';
import { createLogger, nestLogger } from './logging.js';
import { Metrics } from './metrics.js';
import { observeRequests } from './observe-requests.js';
import { ProblemFilter, sendProblem, toProblem } from './problem.filter.js';
import { ServiceModule } from './service.module.js';
import { shutDownOnSignals } from './shut-down.js';

export interface ServiceOptions {
  name: string;
  module: Type;
  env: { PORT: number; HOST: string; LOG_LEVEL: string };
  /** How the service listens to topics, where it does; made from the application's own providers. */
  strategy?: (app: NestFastifyApplication) => CustomTransportStrategy;
  /** Bytes; 64 KiB unless said. */
  bodyLimit?: number;
  configure?: (app: NestFastifyApplication) => Promise<void> | void;
}

/** Starts a service: HTTP with health, metrics and problem documents, its topics, and an orderly end on SIGTERM. */
export async function bootstrapService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const { name, module, env, bodyLimit = 65_536 } = options;
  const log = createLogger(name, env.LOG_LEVEL);
  try {
    const adapter = new FastifyAdapter({ bodyLimit, forceCloseConnections: 'idle', exposeHeadRoutes: false });
    const app = await NestFactory.create<NestFastifyApplication>(rootOf(module, log), adapter, {
      logger: nestLogger(log),
      abortOnError: false,
      forceCloseConnections: true,
    });
    const fastify = app.getHttpAdapter().getInstance();
    observeRequests(fastify, app.get(Metrics), log);
    fastify.setErrorHandler((error, request, reply) => sendProblem(reply, toProblem(error), error, log, request));
    app.useGlobalFilters(new ProblemFilter(log));
    await options.configure?.(app);
    if (options.strategy) app.connectMicroservice({ strategy: options.strategy(app) });
    await app.startAllMicroservices();
    await app.listen(env.PORT, env.HOST);
    shutDownOnSignals(app, app.get(HealthChecks), log);
    log.info({ port: env.PORT }, 'listening');
    return app;
  } catch (error) {
    log.fatal({ reason: String(error), stack: (error as Error).stack }, 'the service cannot start');
    process.exit(1);
  }
}

function rootOf(module: Type, log: ReturnType<typeof createLogger>): Type {
  @Module({ imports: [ServiceModule.of(log), module] })
  class Root {}
  return Root;
}
