import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 18,
  guards: [
    {
      guard: 'What is put into a page is escaped.',
      file: 'apps/gateway/src/site/html.ts',
      from: '  return escapeHtml(String(part));',
      to: '  return String(part);',
      test: 'apps/gateway/src/site/html.spec.ts',
    },
    {
      guard: 'Quotes are escaped, for attributes.',
      file: 'apps/gateway/src/site/html.ts',
      from: '[&<>"\']/g, (character)',
      to: '[&<>]/g, (character)',
      test: 'apps/gateway/src/site/html.spec.ts',
    },
    {
      guard: 'A website in a thread is a web address.',
      file: 'apps/gateway/src/comments/thread-json.ts',
      from: 'website !== null && webAddress.test(website)',
      to: 'website !== null',
      test: 'apps/gateway/src/comments/thread-json.spec.ts',
    },
    {
      guard: 'A website of a comment is a web address.',
      file: 'apps/gateway/src/comments/present-comment.ts',
      from: 'website !== null && webAddress.test(website)',
      to: 'website !== null',
      test: 'apps/gateway/src/comments/thread-json.spec.ts',
    },
    {
      guard: 'What HTML may hold is by an allow-list.',
      file: 'libs/rendering/src/sanitise.ts',
      from: "  allowedSchemes: ['http', 'https', 'mailto'],",
      to: "  allowedSchemes: ['http', 'https', 'mailto', 'javascript'],",
      test: 'libs/rendering/src/render-body.spec.ts',
    },
    {
      guard: 'HTML in Markdown stays text.',
      file: 'libs/rendering/src/budgeted-markdown.ts',
      from: 'html: false',
      to: 'html: true',
      test: 'libs/rendering/src/render-body.spec.ts',
    },
    {
      guard: 'A published name does not turn around what stands beside it.',
      file: 'libs/contracts/src/published-name.ts',
      from: ".refine((name) => !misleading.test(name), 'is invalid')",
      to: '',
      test: 'libs/contracts/src/published-name.spec.ts',
    },
    {
      guard: 'A text in which there is nothing to see is none.',
      file: 'libs/contracts/src/plain-text.ts',
      from: '!isBlank(text)',
      to: "text.trim() !== ''",
      test: 'libs/contracts/src/visible-text.spec.ts',
    },
    {
      guard: 'The author of an imported comment has a name by the rule.',
      file: 'apps/comments/src/import-comments/import-comments.ts',
      from: "'name', archivedName(name))",
      to: "'name', name)",
      test: 'apps/comments/src/import-comments/import-comments.int-spec.ts',
      named: 'by a name that breaks the rule',
    },
    {
      guard: 'An imported person has a name by the rule.',
      file: 'apps/users/src/import-people/import-people.ts',
      from: 'name: archivedName(person.name)',
      to: 'name: person.name',
      test: 'apps/users/src/import-people/import-people.int-spec.ts',
      named: 'a name that breaks the rule',
    },
  ],
} satisfies PromiseGuards;
