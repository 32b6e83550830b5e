import { test } from '@jest/globals';
import type { EventOf } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { secondFactorDecider } from './second-factor.decider.js';

const personId = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const at = '2026-01-02T03:04:05.000Z';
const ids = ['0190a3c2-9c00-7000-8000-000000000001', '0190a3c2-9c00-7000-8000-000000000002'];
const actor = { kind: 'person' as const, id: personId };
const admin = { kind: 'person' as const, id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708195' };
const by = { at, ids, actor, personId };
const byCode = { ...by, codeFits: true };
const meta = { id: ids[0] ?? '', occurredAt: at };
const setUp: EventOf<'SecondFactorSetUp'> = { ...meta, type: 'SecondFactorSetUp', data: { personId, actor } };
const registered: EventOf<'UserRegistered'> = {
  ...{ ...meta, type: 'UserRegistered' },
  data: { personId, username: 'Ida', roles: ['reader'], actor },
};
const removed: EventOf<'SecondFactorRemoved'> = { ...meta, type: 'SecondFactorRemoved', data: { personId, actor } };
const other = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081aa';
const confirm = { ...byCode, type: 'ConfirmSecondFactor' as const, isPending: true, endedSessions: [other] };
const remove = { ...byCode, type: 'RemoveSecondFactor' } as const;
const renew = { ...byCode, type: 'RenewRecoveryCodes' } as const;
const removeOf = { ...by, actor: admin, type: 'RemoveSecondFactorOf', reason: 'Lost the phone' } as const;

test('a second factor is on from its first code, which ends the other sessions', () => {
  given(secondFactorDecider, [])
    .when(confirm)
    .then([
      setUp,
      {
        ...{ id: ids[1] ?? '', occurredAt: at, type: 'SessionsEnded' },
        data: { personId, sessionIds: [other], reason: 'signed-out', actor },
      },
    ]);
  given(secondFactorDecider, [])
    .when({ ...confirm, endedSessions: [] })
    .then([setUp]);
  given(secondFactorDecider, [])
    .when({ ...confirm, isPending: false })
    .thenRejected('SecondFactorUnknown', 'not found');
  given(secondFactorDecider, [setUp]).when(confirm).thenRejected('SecondFactorIsOn', 'conflict');
});

test('nothing is done with a code that does not fit', () => {
  given(secondFactorDecider, [])
    .when({ ...confirm, codeFits: false })
    .thenRejected('CodeInvalid', 'invalid');
  for (const command of [renew, remove]) {
    given(secondFactorDecider, [setUp])
      .when({ ...command, codeFits: false })
      .thenRejected('CodeInvalid', 'invalid');
  }
});

test('it is removed by its account, or by an admin with a reason; not by an admin from themselves without a code', () => {
  given(secondFactorDecider, [setUp]).when(remove).then([removed]);
  given(secondFactorDecider, [registered, setUp])
    .when(removeOf)
    .then([{ ...removed, data: { personId, reason: 'Lost the phone', actor: admin } }]);
  given(secondFactorDecider, [registered, setUp])
    .when({ ...removeOf, actor })
    .thenRejected('RemovesOwnWithoutCode', 'invalid');
});

test('new recovery codes are no event; without a second factor there is nothing to renew or remove', () => {
  given(secondFactorDecider, [setUp]).when(renew).then([]);
  for (const command of [renew, remove, removeOf]) {
    given(secondFactorDecider, [registered, setUp, removed])
      .when(command)
      .thenRejected('SecondFactorUnknown', 'not found');
  }
});
