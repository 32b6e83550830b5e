import { describe, expect, it } from '@jest/globals';
import { inOneGo } from './in-one-go.js';

const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

describe('queries in one go', () => {
  it('give what each gave, in their order', async () => {
    expect(await inOneGo([Promise.resolve(1), 'two', Promise.resolve([3])])).toEqual([1, 'two', [3]]);
  });

  it('fail as the one that failed, whichever is heard of first', async () => {
    const late = new Promise((resolve) => setTimeout(resolve, 5)).then(() => failing('22P02'));
    await expect(inOneGo([late, failing('25P02')])).rejects.toMatchObject({ code: '22P02' });
  });

  it('fail as aborted where nothing else is known', async () => {
    await expect(inOneGo([failing('25P02'), Promise.resolve(1)])).rejects.toMatchObject({ code: '25P02' });
  });
});
