import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Gives } from './route-documentation.js';
import { writeBySchemas } from './writes-by.js';

const row = { name: 'Ada', passwordHash: 'secret' };
const Named = z.object({ name: z.string() });

@Controller('api')
@Gives(202, 'Later', z.object({ later: z.literal(true) }))
class SomeController {
  @Get('named')
  @Gives(200, 'Named', Named)
  named() {
    return row;
  }

  @Post('named')
  @HttpCode(202)
  @Gives(201, 'Named', Named)
  later() {
    return { ...row, later: true };
  }

  @Get('undescribed')
  @Gives(201, 'Another status than it has', Named)
  undescribed() {
    return row;
  }
}

let app: NestFastifyApplication;
beforeAll(async () => {
  const module = await Test.createTestingModule({ controllers: [SomeController] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  writeBySchemas(app.getHttpAdapter().getInstance());
  await app.init();
});
afterAll(() => app.close());

test('a route answers with the fields of its schema only', async () => {
  expect((await app.inject({ url: '/api/named' })).json()).toEqual({ name: 'Ada' });
});

test('an answer that all routes of a controller share is serialised by its schema too', async () => {
  const { statusCode, body } = await app.inject({ url: '/api/named', method: 'POST' });
  expect([statusCode, body]).toEqual([202, '{"later":true}']);
});

test('HEAD has the length of the GET answer', async () => {
  const { headers, body } = await app.inject({ url: '/api/named', method: 'HEAD' });
  expect([headers['content-length'], body]).toEqual(['14', '']);
});

test('an answer without a schema is not sent', async () => {
  const { statusCode, body } = await app.inject({ url: '/api/undescribed' });
  expect([statusCode, body.includes('secret')]).toEqual([500, false]);
});
