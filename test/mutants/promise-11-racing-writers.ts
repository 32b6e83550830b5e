import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 11,
  guards: [
    {
      guard: 'A stream has each version once.',
      file: 'libs/event-store/src/schema/migrations/0001-event-store.ts',
      from: ['      data json NOT NULL,', '      UNIQUE (stream, version)', ''].join('\n'),
      to: '      data json NOT NULL\n',
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'Promise 11',
    },
    {
      guard: 'A version that is there is a conflict, not a fault.',
      file: 'libs/event-store/src/version-conflict.ts',
      from: "  if (code !== uniqueViolation || constraint !== 'events_stream_version_key') return error;",
      to: '  if (code !== uniqueViolation || constraint !== undefined) return error;',
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'lower than',
    },
    {
      guard: 'A gap in a stream is refused.',
      file: 'libs/event-store/src/append-to-stream.ts',
      from: '    if (behindGap !== undefined) throw conflictOn(appends, behindGap);\n',
      to: '    void behindGap;\n',
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'higher than',
    },
    {
      guard: 'Who was second decides again.',
      file: 'libs/commands/src/handle-command.ts',
      from: 'if (!(error instanceof VersionConflict) || attempt === maxAttempts) throw error;',
      to: 'throw error;',
      test: 'libs/commands/src/handle-command.int-spec.ts',
      named: 'Promise 11',
    },
    {
      guard: 'The second of two reservations is told to repeat its command.',
      file: 'libs/event-store/src/postgres-event-store.ts',
      from: 'throw asTaken(error);',
      to: 'throw error;',
      test: 'apps/users/src/import-people/import-people.int-spec.ts',
      named: 'sent twice at once',
    },
    {
      guard: 'A refused command is rolled back.',
      file: 'libs/event-store/src/postgres-event-store.ts',
      from: "      await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));\n",
      to: '',
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'a transaction that fails',
    },
    {
      guard: 'The twin in memory refuses a wrong version.',
      file: 'libs/event-store/src/in-memory-event-store.ts',
      from: 'if (version !== expectedVersion) throw new VersionConflict(stream, expectedVersion);',
      to: 'void version;',
      test: 'libs/event-store/src/in-memory-event-store.spec.ts',
    },
    {
      guard: 'The store in memory rolls back a refused command.',
      file: 'libs/event-store/src/in-memory-event-store.ts',
      from: '      Object.assign(this, before);\n',
      to: '',
      test: 'libs/event-store/src/in-memory-event-store.spec.ts',
    },
    {
      guard:
        'A revision says only what was changed in its form, so that it does not take back what another has changed.',
      file: 'apps/web/src/lib/desk/article-form.ts',
      from: '.filter(([name]) => names.has(name))',
      to: '',
      test: 'apps/web/src/lib/desk/article-form.spec.ts',
      named: 'only what was changed',
    },
  ],
} satisfies PromiseGuards;
