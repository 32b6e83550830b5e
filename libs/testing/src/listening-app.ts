import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { resumeReading } from '#http/end-unread.js';
import { httpAdapter } from '#http/http-adapter.js';
import { requireJson } from '#http/json-bodies.js';
import { ProblemFilter } from '#http/problem.filter.js';
import { RawConnection } from './raw-connection.js';

/** Serves a controller in this process with the HTTP of every service, for tests. */
export class ListeningApp {
  private readonly clients: RawConnection[] = [];

  private constructor(
    private readonly app: NestFastifyApplication,
    /** Its address: `http://127.0.0.1:…`. */
    readonly base: string,
  ) {}

  static async of(controller: Type): Promise<ListeningApp> {
    const log = pino({ level: 'silent' });
    @Module({ controllers: [controller] })
    class TestedModule {}
    const app = await NestFactory.create<NestFastifyApplication>(TestedModule, httpAdapter({ log }), { logger: false });
    app.useGlobalFilters(new ProblemFilter(log));
    const fastify = app.getHttpAdapter().getInstance();
    requireJson(fastify);
    resumeReading(fastify);
    await app.listen(0, '127.0.0.1');
    return new ListeningApp(app, `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
  }

  async connect(): Promise<RawConnection> {
    const client = await RawConnection.to(Number(new URL(this.base).port));
    this.clients.push(client);
    return client;
  }

  closeConnections(): void {
    for (const client of this.clients.splice(0)) client.close();
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
