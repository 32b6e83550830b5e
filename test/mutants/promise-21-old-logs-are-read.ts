import type { PromiseGuards } from '#tools/mutants/guard.js';

const test = 'test/version-before/version-before.int-spec.ts';
const becomeRows = {
  file: 'libs/read-models/src/migrations/0011-comments-as-rows.ts',
  test: 'test/version-before/comments-become-rows.int-spec.ts',
};

export default {
  promise: 21,
  guards: [
    {
      guard: 'The number of a personal field stays.',
      file: 'libs/contracts/src/personal-fields.ts',
      from: 'bio: 6',
      to: 'bio: 9',
      ...{ test, named: 'signs in with its password' },
    },
    {
      guard: 'The prefix of a sealed value is not part of it.',
      file: 'libs/keyring/src/open.ts',
      from: 'sealed.slice(3)',
      to: 'sealed.slice(4)',
      ...{ test, named: 'lead to the same read models' },
    },
    {
      guard: 'A key is unwrapped by the installation’s key of its time.',
      file: 'libs/keyring/src/postgres-keyring.ts',
      from: 'unwrapKey(this.installation, wrapped_under, owner, wrapped)',
      to: 'unwrapKey(this.installation, wrapped_under && this.installation.active, owner, wrapped)',
      ...{ test, named: 'lead to the same read models' },
    },
    {
      guard: 'Comments that are stored come into the tables of today with what is known of them.',
      ...becomeRows,
      from: 'held_because IS NULL, held_because',
      to: 'true, NULL',
      named: 'the same as before',
    },
    {
      guard: 'A projector of the version before cannot write to tables that are no longer read.',
      ...becomeRows,
      from: 'BEFORE INSERT OR UPDATE',
      to: 'BEFORE TRUNCATE',
      named: 'database that is away',
    },
    {
      guard: 'It takes no comment for one that cannot be stored.',
      ...becomeRows,
      from: "USING ERRCODE = '25006'",
      to: "USING ERRCODE = '23514'",
      named: 'database that is away',
    },
  ],
} satisfies PromiseGuards;
