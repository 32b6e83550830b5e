import type { PromiseGuards } from '#tools/mutants/guard.js';

const test = 'apps/projector/src/search-document/search-document.int-spec.ts';

export default {
  promise: 22,
  guards: [
    {
      guard: 'Held comments are not found.',
      file: 'apps/projector/src/search-document/search-document.projection.ts',
      from: "...(heldBecause !== undefined && { state: 'hidden' }),",
      to: '',
      test,
    },
    {
      guard: 'The filling makes documents of so many bytes at once.',
      file: 'libs/read-models/src/search-document/fill-search-documents.ts',
      from: 'bytes >= filledAtOnce.bytes',
      to: 'bytes < 0',
      test,
      named: 'a statement has time for',
    },
    {
      guard: 'What was searched while the search was being filled is not kept.',
      file: 'libs/read-models/src/search-document/fill-search-documents.ts',
      from: "      await raiseSiteHeads(client, ['lists']);\n",
      to: '',
      test,
      named: 'is not kept',
    },
    {
      guard: 'What was loaded before an erasure is not found after it.',
      file: 'libs/read-models/src/search-document/save-search-documents.ts',
      from: 'WHERE gone.person_id = given.person_id',
      to: 'WHERE false',
      test,
    },
    {
      guard: 'What is posted below a withdrawn article is not found.',
      file: 'libs/read-models/src/search-document/save-search-documents.ts',
      from: 'WHERE withdrawn.article_id = given.article_id',
      to: 'WHERE false',
      test,
    },
    {
      guard: 'What somebody erased wrote is in no document.',
      file: 'apps/projector/src/erased-person/erased-person.projection.ts',
      from: 'await deleteCommentDocumentsOf(client, personIds);',
      to: '',
      test,
    },
    {
      guard: 'The name of an account does not tell which comments are its.',
      file: 'apps/gateway/src/search/search.ts',
      from: "kind === 'comment' ? undefined : await",
      to: 'await',
      test: 'apps/gateway/src/search/search.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
