import { expect, test } from '@jest/globals';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { isAway, isNotBuilt } from './is-away.js';

const refused = (code: string) => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });
const failed = (code: string) => Object.assign(new Error('failed'), { code });

test.each([
  ...['08006', '08P01', '0A000', '25006', '25P03', '26000', '28P01', '3D000', '40001', '40P01', '42501'],
  ...['53100', '53200', '53300', '55P03', '57014', '57P01', '57P02', '57P03', '57P05', '58030'],
])('%s: the database is away', (code) => expect(isAway(refused(code))).toBe(true));

test.each(['22001', '22P05', '23505', '23514', '25P02', '42601', '54000', '54001', 'P0001', 'XX000'])(
  '%s: the database is there, and refuses the input',
  (code) => {
    expect(isAway(refused(code))).toBe(false);
    expect(isNotBuilt(refused(code))).toBe(false);
  },
);

test.each([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ERR_STREAM_DESTROYED',
])('%s: the connection is lost', (code) => expect(isAway(failed(code))).toBe(true));

test.each([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'waited 1600 ms for Postgres',
])('"%s": recognised without a code', (message) => expect(isAway(new Error(message))).toBe(true));

test('causes are searched, and a cycle of causes ends', () => {
  expect(isAway(new Error('not stored', { cause: refused('57P01') }))).toBe(true);
  const round = new Error('round');
  round.cause = round;
  expect(isAway(round)).toBe(false);
});

test('an error of another realm is recognised', () => {
  const other = runInNewContext(`Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })`) as unknown;
  expect(other).not.toBeInstanceOf(Error);
  expect(isAway(other)).toBe(true);
});

test('an error of our own code is not the database', () => {
  const [typeError, rangeError] = [new TypeError('x is undefined'), new RangeError('Maximum call stack size exceeded')];
  for (const thrown of [typeError, rangeError, new Error(''), 'a string', undefined, null, { code: '57P01' }]) {
    expect(isAway(thrown)).toBe(false);
  }
  // As text that somebody typed may contain it.
  expect(isAway(new Error('no such name: Connection terminated'))).toBe(false);
  expect(isAway(failed('ERR_INVALID_ARG_TYPE'))).toBe(false);
});

test.each(['3F000', '42P01', '42703'])(
  '%s: the database is not migrated yet, and the input is not at fault',
  (code) => {
    expect(isNotBuilt(refused(code))).toBe(true);
    expect(isAway(refused(code))).toBe(false);
  },
);
