import type { PromiseGuards } from '#tools/mutants/guard.js';

const migrating = 'libs/postgres/src/migrations/migrate-database.int-spec.ts';
const twoSets = 'apps/projector/src/two-sets.int-spec.ts';
const knownPeople = 'libs/known-people/src/migrations/known-people.int-spec.ts';

export default {
  promise: 21,
  guards: [
    {
      guard: 'One process at a time migrates a database.',
      file: 'libs/postgres/src/migrations/migrate-database.ts',
      from: "'SELECT pg_try_advisory_lock($1) AS locked'",
      to: "'SELECT $1::int IS NOT NULL AS locked'",
      test: migrating,
      named: 'of replicas that start together',
    },
    {
      guard: 'An index that was left half-made is not taken for one.',
      file: 'libs/postgres/src/migrations/create-index-concurrently.ts',
      from: 'if (halfMade.length > 0)',
      to: 'if (halfMade.length > 1)',
      test: migrating,
      named: 'an invalid index of an earlier attempt',
    },
    {
      guard: 'A migration that fails leaves nothing of itself.',
      file: 'libs/postgres/src/migrations/run-migrations.ts',
      from: "executor.transaction = 'each';",
      to: "executor.transaction = 'none';",
      test: migrating,
      named: 'a migration that fails is named',
    },
    {
      guard: 'An older replica, whose INSERT does not name them, writes on beside columns it does not know.',
      file: 'libs/known-people/src/migrations/0001-known-people.ts',
      from: "      ALTER COLUMN roles SET DEFAULT '[]',\n",
      to: '      ALTER COLUMN roles DROP DEFAULT,\n',
      test: knownPeople,
      named: 'that knew no roles',
    },
    {
      guard: 'What was learned without roles or addresses is folded anew.',
      file: 'libs/known-people/src/migrations/0001-known-people.ts',
      from: '    if (older.length > 0) for (const statement of setBack) await runner.query(statement);\n',
      to: '    void [older, setBack];\n',
      test: knownPeople,
      named: 'beside a replica of a version',
    },
    {
      guard: 'A set’s consumer groups carry its name.',
      file: 'libs/read-models/src/read-set.ts',
      from: "`projector.${set.replaceAll('_', '-')}`",
      to: '`projector.${set && defaultReadSet}`',
      test: twoSets,
    },
    {
      guard: 'A set’s channel carries its name.',
      file: 'libs/projection/src/notify-progress.ts',
      from: '`progress_${schema}`',
      to: '`progress_${schema && 1}`',
      test: twoSets,
    },
    {
      guard: 'An article is not refused for the slug of another.',
      file: 'libs/read-models/src/read-database.ts',
      from: '    SlugsOfSeveral1700000000016,\n',
      to: '',
      test: 'apps/projector/src/article-page/one-slug-for-two.int-spec.ts',
    },
    {
      guard: 'Articles that a projector of the version before has published get their tags.',
      file: 'apps/projector/src/read-models.set.ts',
      from: '    await fillArticleTags(client);\n',
      to: '',
      test: 'apps/projector/src/article-page/life-of-article.int-spec.ts',
      named: 'takes over',
    },
    {
      guard: 'What a projector of the version before leaves empty, its successor fills.',
      file: 'apps/projector/src/read-models.set.ts',
      from: '    await fillShownSince(client);\n',
      to: '',
      test: 'apps/projector/src/comment-thread/shown-since.int-spec.ts',
      named: 'takes over',
    },
    {
      guard: 'Nobody waits for a row that another projector fills.',
      file: 'libs/read-models/src/comment-thread/fill-shown-since.ts',
      from: ' FOR UPDATE SKIP LOCKED',
      to: '',
      test: 'apps/projector/src/comment-thread/shown-since.int-spec.ts',
      named: 'is not waited for',
    },
    {
      guard: 'A slug belongs to the article that was published last.',
      file: 'libs/read-models/src/article-page/article-by-slug.sql.ts',
      from: 'ORDER BY article_id DESC LIMIT 1',
      to: '',
      test: 'apps/gateway/src/comments/threads.int-spec.ts',
      named: 'where two articles have one slug',
    },
  ],
} satisfies PromiseGuards;
