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
      guard: 'What others wrote turns no direction at a terminal.',
      file: 'tools/terminal/printable.ts',
      from: '\\p{Cc}\\p{Cf}',
      to: '\\p{Cc}',
      test: 'tools/terminal/printable.spec.ts',
    },
    {
      guard: 'A word in a sentence at a terminal is printable.',
      file: 'tools/terminal/sentence.ts',
      from: ': shown(word);',
      to: ': word;',
      test: 'tools/terminal/sentence.spec.ts',
    },
    {
      guard: 'A cell of a table at a terminal is printable.',
      file: 'tools/terminal/table.ts',
      from: ': shown(cell)',
      to: ': cell',
      test: 'tools/terminal/table.spec.ts',
    },
  ],
} satisfies PromiseGuards;
