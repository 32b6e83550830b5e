import 'reflect-metadata';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Module } from '@nestjs/common';
import { pino } from 'pino';
import type { Network } from '#contracts/people/network.js';
import { httpAdapter } from '#http/http-adapter.js';
import { Connections } from '#process/connections.js';
import { RawConnection } from '#testing/raw-connection.js';
import { passThrough } from './pass-through.js';
import { handOver } from './routes.js';

@Module({})
class Nothing {}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** The site before gateways that answer as a test says, with HTTP as it is served. */
export class TestedSite {
  private readonly opened: { close(): unknown }[] = [];
  readonly gateways: Server[] = [];
  private connections: Connections | undefined;
  port = 0;

  /** @param gateways what each does, or a port where none is. */
  static async before(gateways: (RequestListener | number)[], trusted: Network[] = []): Promise<TestedSite> {
    const site = new TestedSite();
    const urls = await Promise.all(gateways.map((each) => site.gateway(each)));
    const log = pino({ level: 'silent' });
    const adapter = httpAdapter({ log, trustProxy: trusted });
    const app = await NestFactory.create<NestFastifyApplication>(Nothing, adapter, { logger: false });
    const times = { connectMs: 500, idleMs: 1_000 };
    const pass = passThrough({ gateways: urls, trusted, log, times });
    site.connections = new Connections(app.getHttpServer());
    handOver(app.getHttpAdapter().getInstance(), { pass, show: (_, response) => void response.end('a page') });
    await app.listen(0, '127.0.0.1');
    site.port = portOf(app.getHttpServer());
    site.opened.push(app);
    return site;
  }

  private async gateway(answers: RequestListener | number): Promise<string> {
    if (typeof answers === 'number') return `http://127.0.0.1:${answers}`;
    const server = createServer(answers);
    server.on('checkContinue', answers);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    this.gateways.push(server);
    this.opened.push({ close: () => server.closeAllConnections() ?? server.close() });
    return `http://127.0.0.1:${portOf(server)}`;
  }

  /** As the process does at its end. */
  async stopServing(): Promise<void> {
    await this.connections?.close();
  }

  async connect(): Promise<RawConnection> {
    const client = await RawConnection.to(this.port);
    this.opened.unshift(client);
    return client;
  }

  async close(): Promise<void> {
    for (const each of this.opened) await each.close();
  }
}
