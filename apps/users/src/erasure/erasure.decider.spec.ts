import { describe, test } from '@jest/globals';
import {
  erasureCancelled,
  erasureRequested,
  guestIntroduced,
  personErased,
} from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { erasureDecider } from './erasure.decider.js';

const { personId, dueAt, reason, actor } = erasureRequested;
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const requested = { ...meta, type: 'ErasureRequested', data: erasureRequested } as const;
const cancelled = { ...meta, type: 'ErasureCancelled', data: erasureCancelled } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;

const request = { ...by, type: 'RequestErasure', personId, dueAt, reason } as const;
const cancel = { ...by, type: 'CancelErasure', personId } as const;
const erase = { ...by, actor: personErased.actor, type: 'ErasePerson', personId } as const;

describe('erasing a person', () => {
  test('a person can ask for erasure; asking again changes nothing', () => {
    given(erasureDecider, [introduced]).when(request).then([requested]);
    given(erasureDecider, [introduced, requested]).when(request).then([]);
  });

  test('it can be cancelled, and requested again', () => {
    given(erasureDecider, [introduced, requested]).when(cancel).then([cancelled]);
    given(erasureDecider, [introduced, requested, cancelled]).when(request).then([requested]);
  });

  test('without a request there is nothing to cancel', () => {
    given(erasureDecider, [introduced]).when(cancel).then([]);
    given(erasureDecider, [introduced, requested, cancelled]).when(cancel).then([]);
  });

  test('it happens once', () => {
    given(erasureDecider, [introduced, requested]).when(erase).then([erased]);
    given(erasureDecider, [introduced, requested, erased]).when(erase).then([]);
  });

  test('a restored backup may lack the request, or even the person', () => {
    given(erasureDecider, [introduced]).when(erase).then([erased]);
    given(erasureDecider, []).when(erase).then([]);
  });

  test('an erased person can neither ask nor cancel', () => {
    given(erasureDecider, [introduced, erased]).when(request).thenRejected('PersonErased', 'not signed in');
    given(erasureDecider, [introduced, erased]).when(cancel).thenRejected('PersonErased', 'not signed in');
  });

  test('a person who does not exist cannot be erased', () => {
    given(erasureDecider, []).when(request).thenRejected('PersonNotFound', 'not found');
  });
});
