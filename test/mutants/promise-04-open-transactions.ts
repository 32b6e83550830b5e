import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 4,
  guards: [
    {
      guard: 'Committed events are sent, whatever older transactions are open in the cluster.',
      file: 'libs/event-store/src/relay/fetch-outbox.ts',
      from: 'AND id NOT IN (SELECT unnest($3::bigint[]))',
      to: 'AND xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AND id NOT IN (SELECT unnest($3::bigint[]))',
      test: 'libs/event-store/src/relay/relay.int-spec.ts',
      named: 'Promise 4',
    },
  ],
} satisfies PromiseGuards;
