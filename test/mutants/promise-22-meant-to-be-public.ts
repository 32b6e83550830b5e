import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 22,
  guards: [
    {
      guard: 'A comment that is held is held from its first moment on.',
      file: 'apps/comments/src/comment/comment.decider.ts',
      from: "kind: because === undefined ? 'shown' : 'held'",
      to: "kind: because === null ? 'held' : 'shown'",
      test: 'apps/comments/src/comment/comment.decider.spec.ts',
    },
    {
      guard: 'Nobody replies to a comment that is held.',
      file: 'apps/comments/src/comment/comment.decider.ts',
      from: '!parent?.shown || parent.articleId',
      to: 'parent?.articleId',
      test: 'apps/comments/src/comment/comment.decider.spec.ts',
    },
    {
      guard: 'A page of a thread shows no held comment.',
      file: 'apps/gateway/src/comments/read-thread-start.ts',
      from: ' AND shown',
      to: '',
      test: 'apps/gateway/src/comments/threads.int-spec.ts',
      named: 'held comments',
    },
    {
      guard: 'A thread that is read at once shows no held comment.',
      file: 'apps/gateway/src/comments/read-short-thread.ts',
      from: ' AND comment.shown AND page.is_short',
      to: ' AND page.is_short',
      test: 'apps/gateway/src/comments/threads.int-spec.ts',
      named: 'held comments',
    },
    {
      guard: 'A comment that is held since its number was read is not shown.',
      file: 'apps/gateway/src/comments/read-thread-tuples.ts',
      from: ' AND comment.shown',
      to: '',
      test: 'apps/gateway/src/comments/threads.int-spec.ts',
      named: 'held since its number was read',
    },
    {
      guard: 'An answer has the fields of its schema and no others.',
      file: 'apps/gateway/src/answers/json-of.ts',
      from: 'serialiserOf(schema)',
      to: 'JSON.stringify',
      test: 'apps/gateway/src/answers/json-of.spec.ts',
    },
    {
      guard: 'An answer that no schema describes is not told.',
      file: 'apps/gateway/src/answers/writes-by.ts',
      from: '    throw new Error(`no schema',
      to: '    if (!url) throw new Error(`no schema',
      test: 'apps/gateway/src/answers/writes-by.spec.ts',
    },
  ],
} satisfies PromiseGuards;
