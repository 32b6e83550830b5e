import { afterEach, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { httpAdapter } from '#http/http-adapter.js';
import { Problem } from '#http/problem.js';
import { proofHeader, prove } from './gateway-proof.js';
import { requireGateway } from './require-gateway.js';

const key = Buffer.alloc(32, 1);
const log = pino({ enabled: false });
let service: FastifyInstance;
afterEach(() => service.close());

/** A service whose one command answers with the client address that it was given. */
async function start(wanted: 'required' | 'accepted'): Promise<void> {
  service = httpAdapter({ log }).getInstance<FastifyInstance>();
  service.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof Problem ? error.status : 500).send(),
  );
  requireGateway(service, { COMMAND_KEY_FILE: [Buffer.alloc(32, 2), key], GATEWAY_PROOF: wanted }, log);
  service.post('/commands/login', ({ headers }) => ({ from: headers['x-client-address'] ?? null }));
  service.get('/health/live', () => ({ status: 'live' }));
  await service.ready();
}

const give = (path: string, headers: Record<string, string>) =>
  service.inject({ method: 'POST', url: path, headers, payload: {} }).then(({ statusCode }) => statusCode);
const proven = (address?: string) => prove(key, { path: '/commands/login', address });

test('a command is accepted with the gateway’s proof, for the address in that proof', async () => {
  await start('required');
  expect(await give('/commands/login', { [proofHeader]: proven() })).toBe(200);
  const from = { 'x-client-address': '203.0.113.7' };
  expect(await give('/commands/login', { ...from, [proofHeader]: proven('203.0.113.7') })).toBe(200);
  expect(await give('/commands/login', { ...from, [proofHeader]: proven() })).toBe(421);
});

test('a request without a proof is refused, however its path is written', async () => {
  await start('required');
  for (const path of ['/commands/login', '/commands/login?x', '/%63ommands/login', '/commands/%6Cogin']) {
    expect(await give(path, {})).toBe(421);
    expect(await give(path, { 'x-client-address': '203.0.113.7', [proofHeader]: 'x' })).toBe(421);
  }
  expect((await service.inject('/health/live')).statusCode).toBe(200);
});

test('while older gateways are replaced a proof is optional; a wrong one is still refused', async () => {
  await start('accepted');
  expect(await give('/commands/login', { 'x-client-address': '203.0.113.7' })).toBe(200);
  expect(
    await give('/commands/login', { 'x-client-address': '203.0.113.8', [proofHeader]: proven('203.0.113.7') }),
  ).toBe(421);
});
