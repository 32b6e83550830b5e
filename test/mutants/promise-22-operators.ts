import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 22,
  guards: [
    {
      guard: 'The reason of a dead letter quotes nothing that somebody wrote.',
      file: 'libs/operation/src/describe-set.ts',
      from: 'reason: withoutQuotes(reason), at: diedAt',
      to: 'reason, at: diedAt',
      test: 'libs/operation/src/describe-service.int-spec.ts',
    },
    {
      guard: 'Nor does the reason why a stream is halted.',
      file: 'libs/operation/src/describe-set.ts',
      from: 'reason: withoutQuotes(reason), at: at',
      to: 'reason, at: at',
      test: 'libs/operation/src/describe-service.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
