import { Controller, Get, Res } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiOperation } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { describeApi } from '../docs/openapi.js';
import { Problem } from '#http/problem.js';
import { Deprecated, tellDeprecations } from './deprecated.js';

@Controller('api')
class SomeController {
  @Get('old')
  @ApiOperation({ summary: 'The old one', description: 'It was good.' })
  @Deprecated({ since: '2027-01-31', until: '2027-07-31', instead: '/api/new' })
  old(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('Link', '</api/old?after=1>; rel="next"');
    return {};
  }

  @Get('gone')
  @Deprecated({ since: '2027-01-31' })
  gone() {
    throw new Problem(410, { detail: 'It is gone.' });
  }

  @Get('new')
  now() {
    return {};
  }
}

let app: NestFastifyApplication;
beforeAll(async () => {
  const module = await Test.createTestingModule({ controllers: [SomeController] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  tellDeprecations(app.getHttpAdapter().getInstance());
  await app.init();
});
afterAll(() => app.close());

test('a deprecated route has the headers, beside its other links', async () => {
  expect((await app.inject({ url: '/api/old' })).headers).toMatchObject({
    deprecation: '@1801353600',
    sunset: 'Sat, 31 Jul 2027 00:00:00 GMT',
    link: '</api/old?after=1>; rel="next", </api/new>; rel="successor-version"',
  });
  expect((await app.inject({ method: 'HEAD', url: '/api/old' })).headers['deprecation']).toBe('@1801353600');
});

test('a refusal by a deprecated route has the headers too', async () => {
  const { headers } = await app.inject({ url: '/api/gone' });
  expect([headers['deprecation'], headers['sunset'], headers['link']]).toEqual(['@1801353600', undefined, undefined]);
});

test('other routes have no such headers', async () => {
  expect((await app.inject({ url: '/api/new' })).headers).not.toHaveProperty('deprecation');
});

test('the OpenAPI document states the same deprecation', () => {
  const { paths } = describeApi(app);
  expect(paths['/api/old']?.get).toMatchObject({
    summary: 'The old one',
    description: 'It was good.\n\nDeprecated since 2027-01-31; may be gone from 2027-07-31; use /api/new.',
    deprecated: true,
    responses: { 200: { headers: { Deprecation: {}, Sunset: {}, Link: {} } } },
  });
  expect(JSON.stringify(paths)).not.toContain('x-deprecation');
  expect(paths['/api/new']?.get).not.toHaveProperty('deprecated');
});

test.each([
  ['today', undefined],
  ['2027-01-31', '2026-01-31'],
  ['2027-01-31', 'some day'],
])('the dates %s and %s are refused', (since, until) => {
  expect(() => Deprecated({ since, ...(until !== undefined && { until }) })).toThrow('not valid days in order');
});
