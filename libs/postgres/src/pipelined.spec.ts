import { describe, expect, it } from '@jest/globals';
import { pipelined } from './pipelined.js';

const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

describe('queries in one go', () => {
  it('return the results in the order of the queries', async () => {
    expect(await pipelined([Promise.resolve(1), 'two', Promise.resolve([3])])).toEqual([1, 'two', [3]]);
  });

  it('throw the error of the query that failed, whichever rejects first', async () => {
    const late = new Promise((resolve) => setTimeout(resolve, 5)).then(() => failing('22P02'));
    await expect(pipelined([late, failing('25P02')])).rejects.toMatchObject({ code: '22P02' });
  });

  it('throw “transaction aborted” if there is no other error', async () => {
    await expect(pipelined([failing('25P02'), Promise.resolve(1)])).rejects.toMatchObject({ code: '25P02' });
  });
});
