import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 22,
  guards: [
    {
      guard: 'Held comments are in no feed.',
      file: 'libs/read-models/src/comment-thread/read-feed-comments.ts',
      from: 'WHERE article_id = $1 AND shown',
      to: 'WHERE article_id = $1',
      test: 'apps/gateway/src/feeds/feeds.int-spec.ts',
    },
    {
      guard: 'A feed has no characters that XML has no place for.',
      file: 'apps/gateway/src/feeds/legal-xml.ts',
      from: "return value.replace(illegal, '') as Value;",
      to: 'return value;',
      test: 'apps/gateway/src/feeds/write-feeds.spec.ts',
    },
    {
      guard: 'A date within its second names no state.',
      file: 'apps/gateway/src/cache/last-modified.ts',
      from: 'at > 0 && at <= now',
      to: 'at > 0',
      test: 'apps/gateway/src/cache/last-modified.spec.ts',
    },
    {
      guard: 'News that is two days old leaves the sitemap of who has it.',
      file: 'apps/gateway/src/feeds/sitemaps.controller.ts',
      from: "part === 'news' ? byTheHour(version) : version",
      to: 'version',
      test: 'apps/gateway/src/feeds/by-the-hour.spec.ts',
    },
  ],
} satisfies PromiseGuards;
