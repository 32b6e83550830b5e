import type { PromiseGuards } from '#tools/mutants/guard.js';

const test = 'apps/articles/src/thesaurus/thesaurus.int-spec.ts';

export default {
  promise: 11,
  guards: [
    {
      guard: 'A change of the thesaurus that two questions read at once is folded once.',
      file: 'apps/articles/src/thesaurus/known-thesaurus.ts',
      from: 'if (event.version !== this.folded.version + 1) continue;',
      to: '',
      test,
    },
    {
      guard: 'Of two editors of one entry the second is told what the first has changed.',
      file: 'apps/articles/src/thesaurus/thesaurus.decider.ts',
      from: 'last.version !== seen',
      to: 'last.version < seen',
      test,
    },
    {
      guard: 'A revision is pinned to the version of the publication, whatever the thesaurus says meanwhile.',
      file: 'apps/articles/src/thesaurus/house-after.ts',
      from: 'article.house.version',
      to: 'undefined',
      test,
    },
  ],
} satisfies PromiseGuards;
