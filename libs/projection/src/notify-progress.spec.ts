import { expect, test } from '@jest/globals';
import { progressMessage } from './notify-progress.js';

const streams = (count: number, name: string) =>
  new Map(Array.from({ length: count }, (_, index) => [`${name}-${index}`, index + 1]));

/** Postgres refuses a longer payload, and with it the transaction that sends it. */
const maxOfPostgres = 8_000;

test('new versions are sent by name, or as too many to name, but never in a payload that Postgres refuses', () => {
  expect(progressMessage(new Map([['article-1', 2]]))).toBe('article-1:2');
  for (const [count, name] of [
    [150, 'x'.repeat(10)],
    [151, 'x'.repeat(10)],
    [150, 'x'.repeat(60)],
    [100, 'é'.repeat(50)],
  ] as const) {
    const message = progressMessage(streams(count, name));
    expect(Buffer.byteLength(message)).toBeLessThan(maxOfPostgres);
    if (message !== '*') expect(message.split(',')).toHaveLength(count);
  }
});
