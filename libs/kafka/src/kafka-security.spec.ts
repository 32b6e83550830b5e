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

test('without variables the connection is plain and without credentials', () => {
  expect(kafkaSecurity({ KAFKA_SASL_USERNAME: '', KAFKA_SSL_CA_FILE: '' })).toEqual({});
});

test('the password and the CA certificates are read from files', () => {
  expect(kafkaSecurity({ ...env, KAFKA_SSL_CA_FILE: join(folder, 'ca.crt') })).toEqual({
    ssl: { ca: ['a certificate'] },
    sasl: { mechanism: 'scram-sha-512', username: 'comments', password: 'secret' },
  });
});

test.each([
  ['KAFKA_SASL_USERNAME', /KAFKA_SASL_USERNAME is missing/],
  ['KAFKA_SASL_PASSWORD_FILE', /KAFKA_SASL_PASSWORD_FILE is missing/],
])('incomplete credentials, without %s, are refused', (missing, message) => {
  expect(() => kafkaSecurity({ ...env, [missing]: undefined })).toThrow(message);
});

test('the error names a missing file', () => {
  expect(() => kafkaSecurity({ KAFKA_SSL_CA_FILE: '/nowhere' })).toThrow(/KAFKA_SSL_CA_FILE cannot be read.*nowhere/);
});

test('every client uses it', () => {
  Object.assign(process.env, env, { KAFKA_SSL_CA_FILE: join(folder, 'ca.crt') });
  expect(clientConfig(['kafka:9092'], 'a-client', () => undefined)).toMatchObject({
    ssl: { ca: ['a certificate'] },
    sasl: { username: 'comments', password: 'secret' },
  });
});
