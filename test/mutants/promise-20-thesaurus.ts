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
    {
      guard: 'The preview of a revision is by the version that the article is pinned to.',
      file: 'apps/articles/src/preview-house/preview-house.controller.ts',
      from: 'houseFor(client, text, house.version)',
      to: 'houseFor(client, text)',
      test: 'apps/articles/src/thesaurus/thesaurus.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
