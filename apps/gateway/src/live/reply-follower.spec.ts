import { expect, test } from '@jest/globals';
import { overlap } from './live-limits.js';
import type { LiveStream } from './live-stream.js';
import { ReplyFollower } from './reply-follower.js';

const now = 1_700_000_000_000_000;
const reply = (sequence: number, articleId = 'one') => ({
  ...{ personId: 'ada', articleId, slug: 'of-it', sequence, commentId: sequence, parentId: 1 },
});

async function follow(settled: number) {
  const said: string[] = [];
  const follower = new ReplyFollower('ada', settled, now);
  await follower.begin({ send: (text: string) => said.push(text) } as unknown as LiveStream, []);
  return {
    follower,
    ids: () =>
      said
        .join('')
        .match(/(?<=^id: )\d+/gm)
        ?.map(Number) ?? [],
  };
}

test('a mark is never ahead of now, and what comes after it is told to who resumes there', async () => {
  const { follower } = await follow(now);
  expect(follower.mark()).toBe(`id: ${now}\n\n`);
  follower.settle(now + 5_000_000 - overlap, now + 5_000_000);
  expect(follower.mark()).toBe(`id: ${now + 5_000_000}\n\n`);
  follower.settle(now + 1, now + 60_000_000);
  expect(follower.mark()).toBe(`id: ${now + 1 + overlap}\n\n`);
});

test('what is looked for once more is told once, as long as it is not settled', async () => {
  const { follower, ids } = await follow(now - overlap);
  follower.tell([reply(now - 2), reply(now - 2, 'another'), reply(now - overlap - 1)]);
  follower.tell([reply(now - 3), reply(now - 2), reply(now - 1)]);
  expect(ids()).toEqual([now - 2, now - 2, now - 3, now - 1]);
  follower.settle(now - 1, now);
  follower.tell([reply(now - 2), reply(now - 1), reply(now)]);
  expect(ids().slice(4)).toEqual([now]);
});
