import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 1,
  guards: [
    {
      guard: 'Events and outbox rows are inserted in one statement.',
      file: 'libs/event-store/src/insert-events.sql.ts',
      from: 'queued AS (INSERT INTO outbox (position) SELECT position FROM appended ORDER BY position)',
      to: 'queued AS (SELECT position FROM appended)',
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'holds every appended event',
    },
    {
      guard: 'An event that Kafka would not take is refused before it is stored.',
      file: 'libs/event-store/src/serialise.ts',
      from: '    throw new EventTooLarge(stream, Buffer.byteLength(text));\n',
      to: '',
      test: 'libs/event-store/src/in-memory-event-store.spec.ts',
    },
    {
      guard: 'A command without an answer is sent once more.',
      file: 'apps/gateway/src/commands/retry-policy.ts',
      from: "if (failedTries > (failure === 'no connection' ? maxUnreached : 1)) return undefined;",
      to: 'if (failedTries > 0) return undefined;',
      test: 'apps/gateway/src/commands/retry-policy.spec.ts',
    },
    {
      guard: 'A command is answered once it is committed, not before.',
      file: 'libs/event-store/src/postgres-event-store.ts',
      from: "      await client.query('COMMIT').catch((error: unknown) => {\n        throw asOutcome(error);\n      });\n",
      to: "      void client.query('COMMIT').catch(asOutcome);\n",
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'a transaction that cannot be committed',
    },
    {
      guard: 'Listeners are called only after the commit.',
      file: 'libs/event-store/src/postgres-event-store.ts',
      from: "      await client.query('COMMIT').catch((error: unknown) => {\n        throw asOutcome(error);\n      });\n      this.tell(appended);\n",
      to: "      this.tell(appended);\n      await client.query('COMMIT').catch((error: unknown) => {\n        throw asOutcome(error);\n      });\n",
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'a transaction that cannot be committed',
    },
    {
      guard: 'That a service is away is not taken for its answer.',
      file: 'apps/gateway/src/commands/retry-policy.ts',
      from: 'status > 500',
      to: 'status > 502',
      test: 'apps/gateway/src/commands/retry-policy.spec.ts',
    },
    {
      guard: 'A lost commit is reported as an unknown outcome.',
      file: 'libs/event-store/src/postgres-event-store.ts',
      from: 'throw asOutcome(error);',
      to: 'throw error;',
      test: 'libs/event-store/src/outcome-unknown.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
