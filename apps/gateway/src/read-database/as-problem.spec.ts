import { expect, test } from '@jest/globals';
import pg from 'pg';
import { Problem } from '#service/problem.js';
import { asProblem } from './as-problem.js';

const databaseError = (code: string) => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });

test.each([
  new Error('timeout exceeded when trying to connect'),
  new Error('waited 1600 ms for Postgres'),
  databaseError('57P03'),
])('a read database that is away is a 503: %s', (error) =>
  expect(asProblem(error)).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } }),
);

test('a query that is wrong stays an error of ours', () => {
  expect(asProblem(databaseError('42601'))).not.toBeInstanceOf(Problem);
});
