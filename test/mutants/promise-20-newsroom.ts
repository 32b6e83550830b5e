import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 20,
  guards: [
    {
      guard: 'A draft is submitted and given back in turn only so often.',
      file: 'apps/articles/src/draft/draft.rules.ts',
      from: "      requireFewSteps(draft.stepped, command.at);\n      return [happened(command, 'ArticleSubmitted'",
      to: "      return [happened(command, 'ArticleSubmitted'",
      test: 'apps/articles/src/draft/draft.rules.spec.ts',
    },
    {
      guard: 'Scheduling for the same time appends nothing.',
      file: 'apps/articles/src/draft/draft.rules.ts',
      from: 'if (draft.publishAt === command.publishAt && draft.scheduledBy === personOf(command.actor)) return [];',
      to: '',
      test: 'apps/articles/src/draft/draft.rules.spec.ts',
    },
    {
      guard: 'An article’s texts together have a most.',
      file: 'apps/articles/src/article/article.decider.ts',
      from: '  requireRoomInArticle(article.bytes);\n',
      to: '',
      test: 'apps/articles/src/article/article.decider.spec.ts',
    },
    {
      guard: 'Of revisions a page is read.',
      file: 'apps/articles/src/list-revisions/read-revisions.ts',
      from: ' LIMIT ${revisionsAPage + 1}',
      to: '',
      test: 'apps/articles/src/list-revisions/list-revisions.int-spec.ts',
    },
    {
      guard: 'Drafts that cannot be published yet do not hold up those behind them.',
      file: 'apps/articles/src/draft/find-due-drafts.ts',
      from: 'tried_at NULLS FIRST, ',
      to: '',
      test: 'apps/articles/src/draft/drafts.int-spec.ts',
      named: 'do not hold up',
    },
  ],
} satisfies PromiseGuards;
