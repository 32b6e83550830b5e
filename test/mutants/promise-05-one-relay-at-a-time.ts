import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 5,
  guards: [
    {
      guard: 'One relay leads.',
      file: 'libs/event-store/src/relay/take-leadership.ts',
      from: '    if (!rows[0]?.taken) {',
      to: '    if (rows.length === 0) {',
      test: 'libs/event-store/src/relay/take-leadership.int-spec.ts',
      named: 'one relay leads',
    },
    {
      guard: 'A stopped leader loses its lock.',
      file: 'libs/event-store/src/relay/take-leadership.ts',
      from: '    await client.query(`SET idle_session_timeout = ${leaderTimeoutMs}`);\n',
      to: '',
      test: 'libs/event-store/src/relay/take-leadership.int-spec.ts',
      named: 'leader that is stopped',
    },
    {
      guard: 'A leader that has nothing to do keeps its lock.',
      file: 'libs/event-store/src/relay/take-leadership.ts',
      from: 'leaderTimeoutMs / 3);',
      to: 'leaderTimeoutMs * 100);',
      test: 'libs/event-store/src/relay/take-leadership.int-spec.ts',
      named: 'leader that is stopped',
    },
  ],
} satisfies PromiseGuards;
