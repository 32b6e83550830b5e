import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 8,
  guards: [
    {
      guard: 'An event whose predecessor is missing is parked.',
      file: 'libs/projection/src/batch-run.ts',
      from: 'state.halted || event.version > state.version + 1',
      to: 'state.halted',
      test: 'libs/projection/src/stopped-streams.int-spec.ts',
      named: 'whose predecessor is missing',
    },
    {
      guard: 'Parked events are stored across batches.',
      file: 'libs/projection/src/parked-events.ts',
      from: 'SELECT * FROM unnest($1::text[], $2::int[], $3::json[], $4::bigint[]) ON CONFLICT DO NOTHING',
      to: 'SELECT * FROM unnest($1::text[], $2::int[], $3::json[], $4::bigint[]) WHERE false',
      test: 'libs/projection/src/stopped-streams.int-spec.ts',
      named: 'whose predecessor is missing',
    },
    {
      guard: 'An event that is sent once more is not counted once more.',
      file: 'libs/event-store/src/relay/delete-relayed.ts',
      from: ' WHERE NOT republished',
      to: '',
      test: 'libs/event-store/src/relay/republish.int-spec.ts',
      named: 'Promise 8',
    },
    {
      guard: 'The sequence check shows a lost event.',
      file: 'libs/projection/src/apply-portion.ts',
      from: 'const sequenceCheck = run.sequenceCheck > checkpoint.sequenceCheck ? run.sequenceCheck : checkpoint.sequenceCheck;',
      to: 'const sequenceCheck = checkpoint.sequenceCheck;',
      test: 'libs/projection/src/lost-event.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
