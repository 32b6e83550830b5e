import { expect, test } from '@jest/globals';
import pg from 'pg';
import { withUnavailableProblem } from './with-unavailable-problem.js';

const databaseError = (code: string) => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });

/** A reader that fails with each of these in turn, and answers then. */
function failingWith(...errors: Error[]) {
  const asked: string[] = [];
  const query = (text: string) => {
    asked.push(text);
    const error = errors.shift();
    return error ? Promise.reject(error) : Promise.resolve('answered');
  };
  return { ...withUnavailableProblem({ query }), asked };
}

test.each([
  new Error('timeout exceeded when trying to connect'),
  new Error('waited 1600 ms for Postgres'),
  databaseError('57P03'),
  databaseError('42P01'),
])('a read database that is away is a 503: %s', async (error) => {
  const reader = failingWith(error);
  await expect(reader.query('SELECT')).rejects.toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
  expect(reader.asked).toHaveLength(1);
});

test.each([databaseError('42601'), new TypeError('x is undefined'), new Error('something else')])(
  'an error of ours stays one, and is no “away”: %s',
  async (error) => {
    await expect(failingWith(error).query('SELECT')).rejects.toBe(error);
  },
);

test.each(['26000', '42P05', '0A000', '25006'])(
  'what its connection alone failed by, %s, is asked again once',
  async (code) => {
    expect(await failingWith(databaseError(code)).query('SELECT')).toBe('answered');
    const twice = failingWith(databaseError(code), databaseError('26000'));
    await expect(twice.query('SELECT')).rejects.toMatchObject({ status: 503 });
    expect(twice.asked).toHaveLength(2);
  },
);
