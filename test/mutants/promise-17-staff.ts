import type { PromiseGuards } from '#tools/mutants/guard.js';

const twoModerators = 'apps/users/src/sanction-person/decided-on-what-was-seen.int-spec.ts';

export default {
  promise: 17,
  guards: [
    {
      guard: 'A decision bound to a version that has passed is refused.',
      file: 'libs/commands/src/require-unchanged.ts',
      from: 'if (now === version) return;',
      to: 'if (now >= version) return;',
      test: twoModerators,
    },
    {
      guard: 'A version that was never read is no match.',
      file: 'libs/commands/src/require-unchanged.ts',
      from: 'changes.length > 0 || now < version',
      to: 'changes.length > 0',
      test: twoModerators,
    },
    {
      guard: 'A person cannot fend off their judges by changes of their own.',
      file: 'libs/commands/src/require-unchanged.ts',
      from: '.filter(counts)',
      to: '',
      test: twoModerators,
    },
    {
      guard: 'Nor by what the system does because of them.',
      file: 'libs/commands/src/require-unchanged.ts',
      from: '(actorId !== null && actorId !== unlessBy)',
      to: 'actorId !== unlessBy',
      test: twoModerators,
    },
    {
      guard: 'A guest is unlinked by who has read the record as it is.',
      file: 'apps/users/src/unlink-guest/unlink-guest.controller.ts',
      from: '      seen: seenOf(request, personId),\n',
      to: '',
      test: twoModerators,
    },
    {
      guard: 'A second factor is removed by who has read the record as it is.',
      file: 'apps/users/src/remove-second-factor/remove-second-factor-of.controller.ts',
      from: '      seen: seenOf(request, wanted.personId),\n',
      to: '',
      test: twoModerators,
    },
    {
      guard: 'A role is revoked by who has read the record as it is.',
      file: 'apps/users/src/revoke-role/revoke-role.controller.ts',
      from: '      seen: seenOf(request, wanted.personId),\n',
      to: '',
      test: twoModerators,
    },
    {
      guard: 'What an admin leaves as it was in the form of the site overwrites nothing.',
      file: 'apps/web/src/lib/server/desk/field-marks.ts',
      from: 'if (given[index] === now[index]) data.delete(name);',
      to: '',
      test: 'apps/web/src/lib/server/desk/field-marks.spec.ts',
    },
    {
      guard: 'Who was too late at a step that is gone is told so.',
      file: 'apps/web/src/lib/desk/is-gone.ts',
      from: 'return inForce(person.sanctions, now).length === 0;',
      to: 'return false;',
      test: 'apps/web/src/lib/desk/is-gone.spec.ts',
    },
    {
      guard: 'A range on another page of the list is not said to be lifted.',
      file: 'apps/web/src/lib/desk/range-missing.ts',
      from: "failed.changes?.[0]?.type === 'AddressRangeReinstated'",
      to: 'failed.changes !== undefined',
      test: 'apps/web/src/lib/desk/range-missing.spec.ts',
    },
    {
      guard: 'Whose session cannot be renewed for now is not told that it has ended.',
      file: 'apps/web/src/lib/server/visitor.ts',
      from: 'visitor.session === undefined && cookies',
      to: 'visitor.session !== undefined && cookies',
      test: 'apps/web/src/lib/server/require-me.spec.ts',
    },
    {
      guard: 'Whoever lists people is shown no e-mail.',
      file: 'libs/read-models/src/commenter/read-people.ts',
      from: 'kind, name, nick, roles, sanctions, linked_to',
      to: 'kind, name, nick, email, roles, sanctions, linked_to',
      test: 'apps/gateway/src/people/people-list.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
