import { expect, test } from '@jest/globals';
import { ArticleFollower } from './article-follower.js';
import { ArticleNews } from './article-news.js';
import type { LiveStream } from './live-stream.js';

const news = (from: number, ...sequences: number[]) =>
  new ArticleNews(
    sequences.map((sequence) => ({
      ...{ articleId: 'one', sequence, kind: 'comment-shown' as const, commentId: sequence, commentsCount: 1 },
    })),
    from,
  );

function streamAtHand() {
  const said: string[] = [];
  const stream = { send: (text: string) => said.push(text) } as unknown as LiveStream;
  return {
    stream,
    ids: () =>
      said
        .join('')
        .match(/(?<=^id: )\d+/gm)
        ?.map(Number),
  };
}

test('what is told meanwhile comes behind what was missed, once and in order', async () => {
  const follower = new ArticleFollower(1);
  const { stream, ids } = streamAtHand();
  follower.tell(news(2, 3, 4));
  follower.tell(news(4, 5, 6));
  const begun = follower.begin(stream, news(1, 2, 3, 4, 5));
  follower.tell(news(6, 7));
  await begun;
  follower.tell(news(7, 8, 9));
  expect(ids()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

test('who missed nothing is told what they have not been told', async () => {
  const follower = new ArticleFollower(3);
  const { stream, ids } = streamAtHand();
  await follower.begin(stream, news(3));
  follower.tell(news(1, 2, 3));
  follower.tell(news(1, 2, 3, 4, 5));
  expect(ids()).toEqual([4, 5]);
});
