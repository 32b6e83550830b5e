import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 3,
  guards: [
    {
      guard: 'What waits is sent lowest id first.',
      file: 'libs/event-store/src/relay/fetch-outbox.ts',
      from: 'ORDER BY outbox_id`',
      to: 'ORDER BY outbox_id DESC`',
      test: 'libs/event-store/src/relay/relay.int-spec.ts',
      named: 'Promise 3',
    },
    {
      guard: 'Events of one append take their ids in the order of their versions.',
      file: 'libs/event-store/src/insert-events.sql.ts',
      from: '  ORDER BY ordinal\n',
      to: '  ORDER BY ordinal DESC\n',
      test: 'libs/event-store/src/postgres-event-store.int-spec.ts',
      named: 'holds every appended event',
    },
    {
      guard: 'A key goes to the partition that Kafka’s own clients give it.',
      file: 'libs/contracts/src/murmur2.ts',
      from: '  h ^= h >>> 13;\n',
      to: '',
      test: 'libs/contracts/src/murmur2.spec.ts',
    },
    {
      guard: 'A batch is sent only when the one before is acknowledged.',
      file: 'libs/event-store/src/relay/drain-outbox.ts',
      from: '    await acknowledged;\n',
      to: '',
      test: 'libs/event-store/src/relay/one-batch-at-a-time.int-spec.ts',
    },
    {
      guard: 'No event happened after it was recorded.',
      file: 'libs/event-store/src/record-events.ts',
      from: 'Math.min(Date.parse(event.occurredAt), recordedAt)',
      to: 'Date.parse(event.occurredAt)',
      test: 'libs/event-store/src/in-memory-event-store.spec.ts',
    },
    {
      guard: 'An archive has times from 1900 to tomorrow.',
      file: 'libs/contracts/src/utc-time.ts',
      from: ".refine(isOfArchives, 'is not between 1900 and tomorrow')",
      to: '',
      test: 'libs/contracts/src/utc-time.spec.ts',
    },
  ],
} satisfies PromiseGuards;
