import { expect, test } from '@jest/globals';
import type { CommentImported } from '#contracts/comments/comment.commands.js';
import { untilArticlesAreKnown } from './until-articles-are-known.js';

const added: CommentImported = { commentId: 1, added: true, reparented: false };
const here: CommentImported = { commentId: 1, added: false, reparented: false };
const unknown: CommentImported = { commentId: null, added: false, reparented: false, refused: 'ArticleUnknown' };

test('a batch whose articles are not known yet is repeated, and comments of the first try stay counted as new', async () => {
  const answers = [
    [added, unknown],
    [here, unknown],
    [here, added],
  ];
  expect(await untilArticlesAreKnown(() => Promise.resolve(answers.shift() ?? []), { pause: 1 })).toEqual([
    added,
    added,
  ]);
  expect(answers).toEqual([]);
});

test('after the limit the error names what it waited for', async () => {
  const limits = { patience: 20, pause: 1 };
  await expect(untilArticlesAreKnown(() => Promise.resolve([unknown]), limits)).rejects.toThrow(
    'has not heard of the articles',
  );
});
