import { expect, test } from '@jest/globals';
import { maxReasons, Tally } from './tally.js';

test('the number of different reasons that are stored and printed is limited', () => {
  const tally = new Tally();
  for (let at = 0; at < 5_000; at += 1) tally.skip(`comment, ${at}`);
  for (let at = 0; at < 5_000; at += 1) tally.skip(`comment, ${at}`);
  const rows = tally.toString().match(/^skipped.*/gm) ?? [];
  expect(rows).toHaveLength(maxReasons + 1);
  expect(rows).toContain(`skipped${'9600'.padStart(20)}  for other reasons`);
});

test('a reason forges no row, and long ones are cut and counted as one', () => {
  const tally = new Tally();
  tally.skip('post, x\nskipped  9\u009b2K', 2);
  tally.skip(`post, ${'y'.repeat(5_000)}`);
  tally.skip(`post, ${'y'.repeat(6_000)}`);
  const rows = tally.toString().match(/^skipped.*/gm) ?? [];
  expect(rows).toEqual([
    `skipped${'1'.padStart(20)}  post, x\\u{a}skipped  9\\u{9b}2K (with 2 comments)`,
    `skipped${'2'.padStart(20)}  post, ${'y'.repeat(194)}…`,
  ]);
});
