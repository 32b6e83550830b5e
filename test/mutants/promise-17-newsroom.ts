import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 17,
  guards: [
    {
      guard: 'Who is banned is no editor meanwhile.',
      file: 'libs/policy/src/is-editor.ts',
      from: ' && exclusionAt(sanctions, new Date().toISOString()) === undefined;',
      to: ' && [exclusionAt, sanctions].length > 0;',
      test: 'apps/articles/src/draft/drafts.int-spec.ts',
    },
    {
      guard: 'A draft that is due is published for who may publish then.',
      file: 'apps/articles/src/draft/editorial-of-scheduler.ts',
      from: ' || exclusionAt(now.sanctions ?? {}, at) !== undefined',
      to: ' || [exclusionAt, at].length === 0',
      test: 'apps/articles/src/draft/drafts.int-spec.ts',
    },
    {
      guard: 'Whoever guesses a version of a draft learns nothing of it.',
      file: 'apps/articles/src/draft/on-draft.ts',
      from: "if (state.kind === 'draft')",
      to: "if (state.kind === 'draft' && caller.personId === state.authorId)",
      test: 'apps/articles/src/draft/drafts.int-spec.ts',
    },
    {
      guard: 'Another’s draft is as if it were not.',
      file: 'apps/gateway/src/drafts/drafts.ts',
      from: 'row?.authorId === caller.personId || isEditor(caller)',
      to: 'true || isEditor(caller)',
      test: 'apps/gateway/src/drafts/drafts.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
