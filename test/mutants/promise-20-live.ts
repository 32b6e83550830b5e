import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 20,
  guards: [
    {
      guard: 'Of a stream that nobody reads little is kept in memory.',
      file: 'apps/gateway/src/live/live-stream.ts',
      from: 'if (this.response.writableLength > maxBytesBehind) this.response.destroy();',
      to: '',
      test: 'apps/gateway/src/live/live-streams.spec.ts',
    },
    {
      guard: 'One address does not take all the streams.',
      file: 'apps/gateway/src/live/live-streams.ts',
      from: ' && own < this.bounds.perAddress',
      to: '',
      test: 'apps/gateway/src/live/live-streams.spec.ts',
    },
    {
      guard: 'Replies that cannot be read from long ago for everybody are read for each alone.',
      file: 'apps/gateway/src/live/reply-streams.ts',
      from: 'for (const each of behind) each.end();',
      to: '',
      test: 'apps/gateway/src/live/reply-streams.spec.ts',
    },
  ],
} satisfies PromiseGuards;
