import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { clientConfig } from './connect-kafka.js';
import { kafkaSecurity } from './kafka-security.js';

let folder: string;
let env: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-kafka-'));
  writeFileSync(join(folder, 'password'), 'secret\n');
  writeFileSync(join(folder, 'ca.crt'), 'a certificate\n');
  env = { KAFKA_SASL_USERNAME: 'comments', KAFKA_SASL_PASSWORD_FILE: join(folder, 'password') };
});
afterEach(() => {
  for (const name of ['KAFKA_SSL_CA_FILE', ...Object.keys(env)]) delete process.env[name];
  rmSync(folder, { recursive: true });
});

test('nothing is said to the brokers where the environment says nothing', () => {
  expect(kafkaSecurity({ KAFKA_SASL_USERNAME: '', KAFKA_SSL_CA_FILE: '' })).toEqual({});
});

test('a name with a password, and who signs the brokers, are taken from files', () => {
  expect(kafkaSecurity({ ...env, KAFKA_SSL_CA_FILE: join(folder, 'ca.crt') })).toEqual({
    ssl: { ca: ['a certificate'] },
    sasl: { mechanism: 'scram-sha-512', username: 'comments', password: 'secret' },
  });
});

test.each([
  ['KAFKA_SASL_USERNAME', /KAFKA_SASL_USERNAME is missing/],
  ['KAFKA_SASL_PASSWORD_FILE', /KAFKA_SASL_PASSWORD_FILE is missing/],
])('half of it, without %s, is refused', (missing, message) => {
  expect(() => kafkaSecurity({ ...env, [missing]: undefined })).toThrow(message);
});

test('a file that is not there is named', () => {
  expect(() => kafkaSecurity({ KAFKA_SSL_CA_FILE: '/nowhere' })).toThrow(/KAFKA_SSL_CA_FILE cannot be read.*nowhere/);
});

test('every client is given it', () => {
  Object.assign(process.env, env, { KAFKA_SSL_CA_FILE: join(folder, 'ca.crt') });
  expect(clientConfig(['kafka:9092'], 'a-client', () => undefined)).toMatchObject({
    ssl: { ca: ['a certificate'] },
    sasl: { username: 'comments', password: 'secret' },
  });
});
