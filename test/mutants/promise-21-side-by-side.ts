import type { PromiseGuards } from '#tools/mutants/guard.js';

const migrating = 'libs/postgres/src/migrations/migrate-database.int-spec.ts';
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
      named: 'of replicas that start at one moment',
    },
    {
      guard: 'An index that was left half-made is not taken for one.',
      file: 'libs/postgres/src/migrations/create-index-concurrently.ts',
      from: 'if (halfMade.length > 0)',
      to: 'if (halfMade.length > 1)',
      test: migrating,
      named: 'an index that was left half-made',
    },
    {
      guard: 'A migration that fails leaves nothing of itself.',
      file: 'libs/postgres/src/migrations/run-migrations.ts',
      from: "executor.transaction = 'each';",
      to: "executor.transaction = 'none';",
      test: migrating,
      named: 'one that fails is named',
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
  ],
} satisfies PromiseGuards;
