import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { retryUntilAvailable } from './retry-until-available.js';

const warned: string[] = [];
const log = { warn: (_detail: object, message: string) => void warned.push(message) };
const refused = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));

test('a starting process waits for what is away', async () => {
  let tries = 0;
  const attempt = () => ((tries += 1) < 3 ? refused() : Promise.resolve('there'));
  expect(await retryUntilAvailable('the database', attempt, { log, limitMs: 10_000 })).toBe('there');
  expect(warned).toEqual(['waiting for the database']);
});

test('the wait has a limit, and the error names what it waited for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  const connect = () => new pg.Client({ host: '127.0.0.1', port }).connect();
  await expect(retryUntilAvailable('the keyring', connect, { log, limitMs: 300 })).rejects.toThrow(
    /^waited 0.3 s for the keyring: .*ECONNREFUSED/,
  );
});

test('an error that waiting cannot mend is thrown at once', async () => {
  const broken = () => Promise.reject(Object.assign(new Error('syntax error'), { code: '42601' }));
  await expect(retryUntilAvailable('the database', broken, { log, limitMs: 10_000 })).rejects.toThrow('syntax error');
});
