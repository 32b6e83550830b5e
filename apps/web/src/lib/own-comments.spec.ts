import { expect, test } from '@jest/globals';
import type { Comment } from './answers.js';
import { ownComments } from './own-comments.js';

const createdAt = '2026-01-02T03:04:05.000Z';
const comment = { id: 7, createdAt, author: { id: 'ada' } } as Comment;
const at = (minutes: number) => Date.parse(createdAt) + minutes * 60_000;
const may = (personId: string, isModerator: boolean, minutes = 0, editMinutes = 10) => {
  const own = ownComments({ personId, isModerator, editMinutes }, '/articles/one', at(minutes));
  return [own.mayEdit(comment), own.mayDelete(comment)];
};

test('one changes a comment of one’s own in time, and deletes it at any time', () => {
  expect(may('ada', false)).toEqual([true, true]);
  expect(may('ada', false, 10)).toEqual([false, true]);
  expect(may('ada', false, 0, 0)).toEqual([false, true]);
});

test('a moderator deletes anybody’s and changes nobody else’s; others do neither', () => {
  expect(may('grace', true)).toEqual([false, true]);
  expect(may('grace', false)).toEqual([false, false]);
  expect(ownComments({ personId: '', isModerator: false, editMinutes: 1 }, '/articles/one').pathOf(7)).toBe(
    '/articles/one/comments/7',
  );
});

test('moderators read what was changed or taken away', () => {
  const asked = (isModerator: boolean, more: Partial<Comment>) =>
    ownComments({ personId: '', isModerator, editMinutes: 1 }, '/').revisionsOf({ ...comment, ...more });
  expect(asked(true, { editedAt: createdAt })).toBe('/desk/comments/7/revisions');
  expect(asked(true, { deleted: 'author' })).toBe('/desk/comments/7/revisions');
  expect([asked(true, {}), asked(false, { editedAt: createdAt })]).toEqual([undefined, undefined]);
});
