import type { PromiseGuards } from '#tools/mutants/guard.js';

const rules = 'apps/comments/src/comment/change.rules.ts';
const rulesTest = 'apps/comments/src/comment/change.rules.spec.ts';
const readersTest = 'apps/projector/src/comment-thread/edited-and-deleted.int-spec.ts';

export default {
  promise: 22,
  guards: [
    {
      guard: 'Nobody changes what somebody else wrote.',
      file: rules,
      from: '  if (!command.isTheirs) throw notTheirs();\n',
      to: '',
      test: rulesTest,
    },
    {
      guard: 'Nobody but staff deletes what somebody else wrote.',
      file: rules,
      from: 'if (!isTheirs && !isStaff) throw notTheirs();',
      to: '',
      test: rulesTest,
    },
    {
      guard: 'A banned moderator deletes nothing of others.',
      file: 'apps/comments/src/delete-comment/may-delete-others.ts',
      from: ' && !exclusionAt(sanctions, now)',
      to: '',
      test: rulesTest,
    },
    {
      guard: 'What was deleted is neither changed nor approved.',
      file: rules,
      from: "  if (comment.kind === 'deleted') throw notFound('CommentIsDeleted', 'comment');\n",
      to: '',
      test: rulesTest,
    },
    {
      guard: 'An edit of somebody pre-moderated is held.',
      file: rules,
      from: 'const held = heldBecause(standing, at);',
      to: 'const held = undefined;',
      test: rulesTest,
    },
    {
      guard: 'What waits for a moderator is not changed before it is read.',
      file: rules,
      from: "if (kind === 'held')",
      to: 'if (edits < 0)',
      test: rulesTest,
    },
    {
      guard: 'Of a deleted comment readers get no text.',
      file: 'apps/projector/src/comment-thread/text-of-comment.ts',
      from: 'version, ...deletedComment, editedAt: null',
      to: 'version, ...before, editedAt: null',
      test: readersTest,
    },
    {
      guard: 'A deleted comment is found no more.',
      file: 'apps/projector/src/search-document/search-document.projection.ts',
      from: "return { ...gone, ...idsOf(event.data), state: 'removed' };",
      to: 'return row;',
      test: 'apps/projector/src/search-document/search-document.int-spec.ts',
      named: 'was edited or deleted',
    },
    {
      guard: 'The new text of a held comment is not found.',
      file: 'apps/projector/src/search-document/search-document.projection.ts',
      from: "wasShown ? 'removed' : 'hidden'",
      to: 'undefined',
      test: 'apps/projector/src/search-document/search-document.int-spec.ts',
      named: 'was edited or deleted',
    },
    {
      guard: 'A deleted comment is in no feed.',
      file: 'libs/read-models/src/comment-thread/read-feed-comments.ts',
      from: 'shown AND NOT deleted',
      to: 'shown',
      test: readersTest,
    },
  ],
} satisfies PromiseGuards;
