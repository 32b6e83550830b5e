import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { ProgressWaiter, Versions } from '#projection/wait-for-versions.js';
import { formatConsistencyToken } from '#commands/consistency-token.js';
import { Deadline } from './deadline.js';
import { Consistency } from './consistency.js';

const asked: [Versions, number][] = [];
const answering = (isShown: boolean) =>
  new Consistency({
    waitFor: (versions: Versions, ms: number) => {
      asked.push([versions, ms]);
      return Promise.resolve(isShown);
    },
  } as ProgressWaiter);
const requestWith = (token?: string) => ({ headers: { 'consistency-token': token } }) as unknown as FastifyRequest;
const token = formatConsistencyToken({ 'article-1': 2 });
const deadline = (ms: number) => new Deadline(ms, () => 0);

test('readers are answered with their own writes, or with 503: never with an older page', async () => {
  await expect(answering(true).meet(requestWith(token))).resolves.toBeUndefined();
  await expect(answering(false).meet(requestWith(token))).rejects.toMatchObject({ status: 503 });
});

test('a read waits up to 2 s, and no longer than the request has left', async () => {
  asked.length = 0;
  await answering(true).meet(requestWith(token), deadline(5_000));
  await answering(true).meet(requestWith(token), deadline(700));
  expect(asked).toEqual([
    [{ 'article-1': 2 }, 2_000],
    [{ 'article-1': 2 }, 700],
  ]);
});

test('an invalid token is refused; a request without one does not wait', async () => {
  asked.length = 0;
  await expect(answering(true).meet(requestWith('nonsense!'))).rejects.toMatchObject({ status: 400 });
  await answering(false).meet(requestWith());
  expect(asked).toEqual([]);
});
