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
  test('who asks will be erased; asking again changes nothing', () => {
    given(erasureDecider, [introduced]).when(request).then([requested]);
    given(erasureDecider, [introduced, requested]).when(request).then([]);
  });

  test('it can be cancelled, and asked for once more', () => {
    given(erasureDecider, [introduced, requested]).when(cancel).then([cancelled]);
    given(erasureDecider, [introduced, requested, cancelled]).when(request).then([requested]);
  });

  test('where nothing is asked, there is nothing to cancel', () => {
    given(erasureDecider, [introduced]).when(cancel).then([]);
    given(erasureDecider, [introduced, requested, cancelled]).when(cancel).then([]);
  });

  test('it happens once', () => {
    given(erasureDecider, [introduced, requested]).when(erase).then([erased]);
    given(erasureDecider, [introduced, requested, erased]).when(erase).then([]);
  });

  test('in a restored backup nobody may have asked yet, or not even come', () => {
    given(erasureDecider, [introduced]).when(erase).then([erased]);
    given(erasureDecider, []).when(erase).then([]);
  });

  test('an erased person neither asks nor cancels', () => {
    given(erasureDecider, [introduced, erased]).when(request).thenRejected('PersonErased', 'not signed in');
    given(erasureDecider, [introduced, erased]).when(cancel).thenRejected('PersonErased', 'not signed in');
  });

  test('nobody is erased who is not there', () => {
    given(erasureDecider, []).when(request).thenRejected('PersonNotFound', 'not found');
  });
});
