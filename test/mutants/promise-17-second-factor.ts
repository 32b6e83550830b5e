import type { PromiseGuards } from '#tools/mutants/guard.js';

const decisive = 'apps/users/src/second-factor/second-factor.int-spec.ts';

export default {
  promise: 17,
  guards: [
    {
      guard: 'A code of an app is taken once, and none of a step before it.',
      file: 'apps/users/src/second-factor/take-step.ts',
      from: ' AND last_step < $3`',
      to: ' AND $3 > 0`',
      test: decisive,
      named: 'is taken once',
    },
    {
      guard: 'The code that put a second factor to use is used.',
      file: 'apps/users/src/second-factor/confirm-pending.ts',
      from: 'last_step = $3',
      to: 'last_step = $3 - 9',
      test: decisive,
      named: 'is taken once',
    },
    {
      guard: 'A clock that is two steps off is not taken.',
      file: 'apps/users/src/second-factor/totp.ts',
      from: 'stepsOfSkew = 1',
      to: 'stepsOfSkew = 2',
      test: 'apps/users/src/second-factor/totp.spec.ts',
      named: 'two steps off',
    },
    {
      guard: 'A clock that is one step off is taken.',
      file: 'apps/users/src/second-factor/totp.ts',
      from: 'stepsOfSkew = 1',
      to: 'stepsOfSkew = 0',
      test: 'apps/users/src/second-factor/totp.spec.ts',
      named: 'two steps off',
    },
    {
      guard: 'A recovery code is used up.',
      file: 'apps/users/src/second-factor/take-recovery-code.ts',
      from: '`DELETE FROM recovery_codes WHERE',
      to: '`SELECT FROM recovery_codes WHERE',
      test: decisive,
      named: 'a recovery code is taken once',
    },
    {
      guard: 'A code is charged before it is judged.',
      file: 'apps/users/src/log-in/require-code.ts',
      from: '  await spend(pool, codeGuess(personId), now.toISOString());\n',
      to: '',
      test: decisive,
      named: 'wrong codes are bounded',
    },
    {
      guard: 'A sign-in by the password alone waits for a first code that is being taken.',
      file: 'apps/users/src/second-factor/needs-no-code.ts',
      from: ' FOR SHARE',
      to: '',
      test: decisive,
      named: 'under way when the first code is taken',
    },
    {
      guard: 'A role of the staff waits for a second factor, whatever the token says.',
      file: 'libs/identity/src/tokens.ts',
      from: 'const roles = rolesInForce(all, hasSecondFactor, requiredOf);',
      to: 'const roles = requiredOf ? all : rolesInForce(all, hasSecondFactor, requiredOf);',
      test: 'libs/identity/src/key-change.spec.ts',
      named: 'waits for a second factor',
    },
    {
      guard: 'An erased person leaves no second factor.',
      file: 'apps/users/src/erase-person/delete-leftovers.ts',
      from: '     no_second_factor AS (DELETE FROM second_factors WHERE person_id = $1),\n',
      to: '',
      test: 'apps/users/src/erase-person/erase-person.int-spec.ts',
      named: 'leaves the events',
    },
  ],
} satisfies PromiseGuards;
