import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 6,
  guards: [
    {
      guard: 'What Kafka has not acknowledged stays in the outbox.',
      file: 'libs/event-store/src/relay/drain-outbox.ts',
      from: '    acknowledged = publisher.publish(toMessages(rows));\n',
      to: '    acknowledged = deleteRelayed(client, ids).then(() => publisher.publish(toMessages(rows)));\n',
      test: 'libs/event-store/src/relay/relay.int-spec.ts',
      named: 'Promise 6',
    },
  ],
} satisfies PromiseGuards;
