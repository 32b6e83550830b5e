import { expect, test } from '@jest/globals';
import { maxEditsOfComment } from '#contracts/comments/comment.commands.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { EventOf } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { mayDeleteOthers } from '../delete-comment/may-delete-others.js';
import type { DeleteComment, EditComment } from './change.rules.js';
import { commentDecider } from './comment.decider.js';

const { articleId, commentId, actor } = commentPosted;
const authorId = commentPosted.author.personId;
const [at, tooLate] = ['2026-01-02T03:14:04.999Z', '2026-01-02T03:14:05.000Z'];
const by = { ids: ['0190a3c2-9c00-7000-8000-000000000001'], at, actor };
const meta = { id: by.ids[0] ?? '', occurredAt: at };
const posted: EventOf<'CommentPosted'> = {
  ...{ id: 'x', type: 'CommentPosted', occurredAt: '2026-01-02T03:04:05.000Z', data: commentPosted },
};
const because = 'address-premoderated' as const;
const held = { ...posted, data: { ...posted.data, heldBecause: because } };
const approve = { ...by, type: 'ApproveComment' } as const;
const approved = { ...meta, type: 'CommentApproved', data: { commentId, articleId, actor } } as const;

const edit: EditComment = {
  ...{ ...by, type: 'EditComment', articleId, body: 'So', format: 'markdown', isTheirs: true },
  ...{ sanctions: {}, version: 3, addressRanges: [], editMinutes: 10 },
};
const edited: EventOf<'CommentEdited'> = {
  ...{ ...meta, type: 'CommentEdited' },
  data: {
    ...{ commentId, articleId, authorId, body: 'So', format: 'markdown', facts: { codePoints: 2, links: 0 } },
    ...{ wasShown: true, decidedOn: { person: 3 }, actor },
  },
};
const editedHeld = (heldBecause: EventOf<'CommentEdited'>['data']['heldBecause'], wasShown: boolean) => ({
  ...edited,
  data: { ...edited.data, heldBecause, wasShown },
});
const remove: DeleteComment = { ...by, type: 'DeleteComment', articleId, isTheirs: true, isStaff: false };
const removed: EventOf<'CommentDeleted'> = {
  ...{ ...meta, type: 'CommentDeleted' },
  data: { commentId, articleId, authorId, by: 'author', wasShown: true, actor },
};

test('authors change their comment while its time lasts, and without a format it keeps its own', () => {
  given(commentDecider, [posted]).when(edit).then([edited]);
  given(commentDecider, [posted, edited])
    .when({ ...edit, format: undefined })
    .then([edited]);
  given(commentDecider, [posted])
    .when({ ...edit, at: tooLate })
    .thenRejected('EditTimeIsOver', 'forbidden');
  given(commentDecider, [posted])
    .when({ ...edit, at: tooLate, editMinutes: 11 })
    .then([{ ...edited, occurredAt: tooLate }]);
  given(commentDecider, [posted])
    .when({ ...edit, editMinutes: 0 })
    .thenRejected('NoEditing', 'forbidden');
});

test('nobody changes what somebody else wrote, staff neither, nor a comment of another article', () => {
  given(commentDecider, [posted])
    .when({ ...edit, isTheirs: false })
    .thenRejected('NotTheirComment', 'forbidden');
  const elsewhere = { articleId: '0190a3c2-8b11-7d52-8a44-ffffffffffff' };
  for (const command of [edit, { ...remove, isStaff: true }]) {
    given(commentDecider, [posted])
      .when({ ...command, ...elsewhere })
      .thenRejected('CommentUnknown', 'not found');
    given(commentDecider, []).when(command).thenRejected('CommentUnknown', 'not found');
  }
});

test('a text is changed only so many times', () => {
  const often = Array.from({ length: maxEditsOfComment }, () => edited);
  given(commentDecider, [posted, ...often.slice(1)])
    .when(edit)
    .then([edited]);
  given(commentDecider, [posted, ...often])
    .when(edit)
    .thenRejected('EditedTooOften', 'forbidden');
});

test('what waits for a moderator is not changed before it is read', () => {
  given(commentDecider, [held]).when(edit).thenRejected('CommentIsHeld', 'forbidden');
  given(commentDecider, [posted, editedHeld(because, true)])
    .when(edit)
    .thenRejected('CommentIsHeld', 'forbidden');
  given(commentDecider, [held, approved]).when(edit).then([edited]);
});

test('whoever is pre-moderated has a shown comment held again by changing it', () => {
  const sanctions = { premoderation: { reason: 'spam', until: null } } as const;
  const heldAgain = editedHeld('author-premoderated', true);
  given(commentDecider, [posted])
    .when({ ...edit, sanctions })
    .then([heldAgain]);
  given(commentDecider, [posted, heldAgain]).when(approve).then([approved]);
  const range = { rangeId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081cc', version: 2, sanctions };
  const decidedOn = { person: 3, addressRanges: { [range.rangeId]: 2 } };
  given(commentDecider, [posted])
    .when({ ...edit, addressRanges: [range] })
    .then([{ ...edited, data: { ...edited.data, heldBecause: because, decidedOn } }]);
});

test('authors take their comment away at any time, staff takes away any, and each is told apart', () => {
  given(commentDecider, [posted])
    .when({ ...remove, at: tooLate, reason: 'spam' })
    .then([{ ...removed, occurredAt: tooLate }]);
  given(commentDecider, [held])
    .when(remove)
    .then([{ ...removed, data: { ...removed.data, wasShown: false } }]);
  const byStaff = { ...remove, isTheirs: false, isStaff: true, reason: 'abuse' as const };
  given(commentDecider, [posted])
    .when(byStaff)
    .then([{ ...removed, data: { ...removed.data, by: 'staff', reason: 'abuse' } }]);
  given(commentDecider, [posted])
    .when({ ...byStaff, isStaff: false })
    .thenRejected('NotTheirComment', 'forbidden');
});

test('what was taken away is neither changed, approved nor taken away again', () => {
  for (const command of [edit, remove, approve]) {
    given(commentDecider, [held, removed]).when(command).thenRejected('CommentIsDeleted', 'not found');
  }
});

test('moderators and admins take away what others wrote, unless they are suspended or banned', () => {
  const ban = { ban: { reason: 'abuse', until: null } } as const;
  const may = (role: string, sanctions = {}) => mayDeleteOthers({ roles: [role], sanctions }, at);
  expect(['reader', 'contributor', 'editor', 'moderator', 'admin'].map((role) => may(role))).toEqual([
    ...[false, false, false],
    ...[true, true],
  ]);
  expect(may('moderator', ban)).toBe(false);
});
