import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 2,
  guards: [
    {
      guard: 'The outbox is drained as a set, not behind a cursor.',
      file: 'libs/event-store/src/relay/fetch-outbox.ts',
      from: '  const { rows } = await client.query<OutboxRow & { live: number; looked_at: number }>(query);\n',
      to: '  const { rows: waiting } = await client.query<OutboxRow & { live: number; looked_at: number }>(query);\n  const cursor = client as unknown as { last?: bigint };\n  const rows = waiting.filter(({ outbox_id }) => BigInt(outbox_id) > (cursor.last ?? 0n));\n  cursor.last = BigInt(rows.at(-1)?.outbox_id ?? cursor.last ?? 0);\n',
      test: 'libs/event-store/src/relay/relay.int-spec.ts',
      named: 'Promise 2',
    },
    {
      guard: 'What has not been acknowledged is not deleted, though it has a lower id.',
      file: 'libs/event-store/src/relay/delete-relayed.ts',
      from: 'DELETE FROM outbox WHERE id = ANY($1::bigint[])',
      to: 'DELETE FROM outbox WHERE id <= (SELECT max(id) FROM unnest($1::bigint[]) AS id)',
      test: 'libs/event-store/src/relay/delete-relayed.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
