import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 20,
  guards: [
    {
      guard: 'An article is pinned to a bounded number of entries.',
      file: 'libs/thesaurus/src/candidates.ts',
      from: 'sorted.slice(0, maxPinnedEntries)',
      to: 'sorted',
      test: 'libs/thesaurus/src/candidates.spec.ts',
    },
    {
      guard: 'What is removed within a term does not hide it.',
      file: 'libs/thesaurus/src/readings-of.ts',
      from: '(within) => !notShown.has(within)',
      to: '() => true',
      test: 'libs/thesaurus/src/candidates.spec.ts',
    },
  ],
} satisfies PromiseGuards;
