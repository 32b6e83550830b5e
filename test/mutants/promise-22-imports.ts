import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 22,
  guards: [
    {
      guard: 'Comments of what is not public are not imported.',
      file: 'tools/import/spool.ts',
      from: 'WHERE article IS NOT NULL AND NOT is_draft ORDER BY depth',
      to: 'WHERE article IS NOT NULL ORDER BY depth',
      test: 'tools/import/drafts/drafts.spec.ts',
    },
    {
      guard: 'What is private is never due.',
      file: 'tools/import/json-lines/json-lines-format.ts',
      from: "if (status !== 'published') return",
      to: "if (status !== 'published' && publishAt === undefined) return",
      test: 'tools/import/drafts/drafts.spec.ts',
    },
    {
      guard: 'No table tells what an archive called a draft.',
      file: 'apps/articles/src/import-articles/find-imported.ts',
      from: "externalId: pseudonymOf(pseudonymKey, 'imported draft', source, externalId),",
      to: "externalId: externalId || pseudonymOf(pseudonymKey, 'imported draft', source, externalId),",
      test: 'apps/articles/src/import-drafts/import-drafts.int-spec.ts',
    },
    {
      guard: 'A page of the site is never led away.',
      file: 'apps/web/src/lib/server/former-address.ts',
      from: 'return given.status === 404 ?',
      to: 'return given.status !== 410 ?',
      test: 'apps/web/src/lib/server/former-address.spec.ts',
    },
    {
      guard: 'Nobody is led round in a circle.',
      file: 'apps/web/src/lib/server/former-address.ts',
      from: 'if (location === url.pathname) return undefined;',
      to: "if (location === '') return undefined;",
      test: 'apps/web/src/lib/server/former-address.spec.ts',
    },
    {
      guard: 'An article that was deleted without a reason is found at no former address.',
      file: 'libs/read-models/src/former-path/read-former-path.ts',
      from: ' AND (page.article_id IS NOT NULL OR withdrawn.reason IS NOT NULL)',
      to: '',
      test: 'apps/projector/src/article-page/life-of-article.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
