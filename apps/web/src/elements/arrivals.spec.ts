import { expect, test } from '@jest/globals';
import { Arrivals } from './arrivals.js';

const shown = (commentId: number) => ({ kind: 'comment-shown', commentId, commentsCount: 0 });

test('what is not on the page has come, once each, and what is deleted is no news', () => {
  const arrivals = new Arrivals(2, (id) => id <= 2);
  for (const id of [2, 4, 3, 4]) arrivals.hear(shown(id));
  expect([arrivals.count, arrivals.first]).toEqual([2, 3]);
  arrivals.hear({ ...shown(3), kind: 'comment-deleted' });
  arrivals.hear({ ...shown(5), kind: 'comment-edited' });
  arrivals.hear({ kind: 'comments-closed', commentsCount: 0 });
  expect([arrivals.count, arrivals.first]).toEqual([1, 4]);
});

test('of what came before the connection the number is known alone', () => {
  const arrivals = new Arrivals(2, () => false);
  arrivals.restart({ commentsCount: 5 });
  arrivals.hear(shown(9));
  expect([arrivals.count, arrivals.first]).toEqual([4, undefined]);
  arrivals.hear({ ...shown(4), kind: 'comment-deleted' });
  arrivals.hear({ ...shown(9), kind: 'comment-hidden' });
  expect(arrivals.count).toBe(2);
  arrivals.restart({ commentsCount: 1 });
  expect(arrivals.count).toBe(0);
});
