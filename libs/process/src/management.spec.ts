import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { HealthChecks } from './health-checks.js';
import { serveManagement } from './management.js';
import { Metrics } from './metrics.js';

const health = new HealthChecks();
let management: FastifyInstance;

beforeAll(async () => {
  health.register('database', () => Promise.reject(new Error('is read-only')));
  const managed = { health, metrics: new Metrics(), log: pino({ enabled: false }) };
  management = await serveManagement(managed, { port: 0, host: '127.0.0.1' });
});
afterAll(() => management.close());

test('operators see what is wrong, and how busy the process is', async () => {
  const ready = await management.inject('/health/ready');
  expect([ready.statusCode, ready.json()]).toEqual([
    503,
    { status: 'not ready', checks: { database: 'is read-only' } },
  ]);
  const metrics = await management.inject('/metrics');
  expect(metrics.headers['content-type']).toContain('text/plain; version=0.0.4');
  expect(metrics.body).toContain('process_start_time_seconds');
  expect((await management.inject('/health/live')).json()).toEqual({ status: 'live' });
});

test('there are no other routes', async () => {
  const { statusCode, headers } = await management.inject('/api/articles');
  expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
});
