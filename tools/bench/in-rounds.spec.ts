import { expect, it } from '@jest/globals';
import { inRounds } from './in-rounds.js';

it('lets both sides take turns within a round, and joins the slices of each', async () => {
  const order: string[] = [];
  const side = (name: string, value: number) => () => {
    order.push(name);
    return Promise.resolve(value);
  };
  const join = (slices: number[]) => slices.reduce((sum, value) => sum + value, 0);
  const rounds = { rounds: 2, slices: 2, join, show: String };
  const results = await inRounds('it', rounds, { ours: side('ours', 1), reference: side('reference', 10) });
  expect(results).toEqual({ ours: [2, 2], reference: [20, 20] });
  const one = ['reference', 'ours', 'ours', 'reference'];
  const other = ['ours', 'reference', 'reference', 'ours'];
  expect(order).toEqual([...one, ...other]);
});
