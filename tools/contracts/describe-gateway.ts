import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { pino } from 'pino';
import { ServiceModule } from '#process/service.module.js';

/** Variables that the gateway's environment must have to be valid; none is used. */
const anyEnvironment = (keyFile: string) => ({
  PORT: '0',
  MANAGEMENT_PORT: '0',
  READ_DATABASE_URL: 'postgresql://nowhere',
  VERIFYING_KEYS_FILE: keyFile,
  ARTICLES_URL: 'http://nowhere',
  COMMENTS_URL: 'http://nowhere',
  USERS_URL: 'http://nowhere',
  ADDRESS_KEY_FILE: keyFile,
  COMMAND_KEY_FILE: keyFile,
});

/** The gateway's OpenAPI document as it would serve it; nothing is connected or started. */
export async function describeGateway(): Promise<OpenAPIObject> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-openapi-'));
  const keyFile = join(folder, 'key');
  writeFileSync(keyFile, Buffer.alloc(32).toString('base64'));
  Object.assign(process.env, anyEnvironment(keyFile));
  try {
    const { GatewayModule } = await import('../../apps/gateway/src/gateway.module.js');
    const { describeApi } = await import('../../apps/gateway/src/docs/openapi.js');
    @Module({ imports: [ServiceModule.of(pino({ level: 'silent' })), GatewayModule] })
    class Root {}
    // In preview mode Nest registers routes but creates no providers.
    const app = await NestFactory.create(Root, new FastifyAdapter(), { preview: true, logger: false });
    return describeApi(app);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
