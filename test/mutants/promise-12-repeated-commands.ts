import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 12,
  guards: [
    {
      guard: 'A repeated command is not run again.',
      file: 'libs/commands/src/handle-command.ts',
      from: '  if (known !== undefined) return { answer: known, repeated: true };\n',
      to: '',
      test: 'libs/commands/src/handle-command.spec.ts',
      named: 'Promise 12',
    },
    {
      guard: 'A key that was used for another command is refused.',
      file: 'libs/event-store/src/recall-command.ts',
      from: 'if (rows[0] && rows[0].fingerprint !== fingerprint) throw new IdempotencyKeyReused();',
      to: '',
      test: 'libs/commands/src/handle-command.int-spec.ts',
      named: 'a key used for another command',
    },
    {
      guard: 'A stream is begun only by whoever claims the key.',
      file: 'libs/event-store/src/insert-stream.ts',
      from: "insertEvents('EXISTS (SELECT FROM claimed)')",
      to: "insertEvents('true')",
      test: 'libs/commands/src/handle-command.int-spec.ts',
      named: 'Promise 12',
    },
    {
      guard: 'A repetition that would be refused by now gets the first answer.',
      file: 'libs/commands/src/handle-command.ts',
      from: '    if (known === undefined) throw refusal;\n',
      to: '    if (known === undefined || known !== undefined) throw refusal;\n',
      test: 'libs/commands/src/handle-command.spec.ts',
      named: 'a stream is begun by the first command of a key',
    },
    {
      guard: 'An answer is remembered for its repetitions.',
      file: 'libs/event-store/src/remember-answer.ts',
      from: 'UPDATE commands SET answer = $2 WHERE key = $1',
      to: 'UPDATE commands SET answer = $2 WHERE key = $1 AND false',
      test: 'libs/commands/src/handle-command.int-spec.ts',
      named: 'Promise 12',
    },
    {
      guard: 'The twin in memory refuses a key used for another command.',
      file: 'libs/event-store/src/in-memory-event-store.ts',
      from: 'if (known && known.fingerprint !== fingerprint) throw new IdempotencyKeyReused();',
      to: '',
      test: 'libs/event-store/src/in-memory-event-store.spec.ts',
    },
    {
      guard: 'One caller’s key never meets another’s.',
      file: 'libs/commands/src/command-request.ts',
      from: "caller ?? 'anonymous', given",
      to: "'anonymous', given",
      test: 'libs/commands/src/idempotency-key.spec.ts',
    },
    {
      guard: 'The key of somebody unknown is a secret.',
      file: 'libs/commands/src/command-request.ts',
      from: '  if (given !== undefined && caller === undefined) requireSecret(given);\n',
      to: '',
      test: 'libs/commands/src/idempotency-key.spec.ts',
    },
  ],
} satisfies PromiseGuards;
