import { expect, test } from '@jest/globals';
import { parseSetupArguments } from './arguments.js';

const env = {
  POSTGRES_URL: 'postgresql://postgres:secret@127.0.0.1:5432/postgres',
  KAFKA_BROKERS: 'one:9092, two:9092',
};

test('all parts, unless some are named', () => {
  expect(parseSetupArguments([], env)).toMatchObject({
    ...{ parts: ['keys', 'databases', 'topics', 'hand-out'], brokers: ['one:9092', 'two:9092'] },
    ...{ keys: '.data/keys', handOut: undefined, mode: 0o400, withinSeconds: 60, replicationFactor: -1 },
  });
  expect(parseSetupArguments(['topics'], { KAFKA_BROKERS: 'one:9092' }).parts).toEqual(['topics']);
});

test('the services may reach Postgres by another name', () => {
  const { servicesPostgresUrl } = parseSetupArguments([], { ...env, POSTGRES_HOST: 'postgres:5432' });
  expect(servicesPostgresUrl).toBe('postgresql://postgres:secret@postgres:5432/postgres');
});

test.each([
  [['--bogus'], env, /'--bogus'/],
  [['tables'], env, /"tables" is none of keys, databases/],
  [['databases'], {}, /POSTGRES_URL is missing/],
  [['topics'], {}, /KAFKA_BROKERS is missing/],
  [['hand-out'], env, /--hand-out FOLDER is missing/],
  [['--mode', '777'], env, /--mode must be 400 or 440/],
  [['--within', 'soon'], env, /--within must be a whole number/],
])('%j is refused by its name', (args, given, message) => {
  expect(() => parseSetupArguments(args, given)).toThrow(message);
});
