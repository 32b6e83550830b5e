import { expect, test } from '@jest/globals';
import { missingRange } from './range-missing.js';

const failedBy = (type?: string) => {
  const changes = type === undefined ? {} : { changes: [{ type, at: '', actorId: null, actorName: null }] };
  return { failed: { step: 'reinstate-b', values: { note: 'A school' }, errors: {}, message: 'No', ...changes } };
};

test('a range on another page of the list is not said to be gone', () => {
  for (const type of [undefined, 'AddressRangeBanned']) {
    const missing = missingRange(failedBy(type), ['a'], 'Gone');
    expect(missing).toMatchObject({ isGone: false, failed: { message: 'No', values: { note: 'A school' } } });
  }
  expect(missingRange(failedBy('AddressRangeReinstated'), ['a'], 'Gone')).toMatchObject({
    isGone: true,
    failed: { message: 'Gone' },
  });
});

test('a form that is on the page says so itself', () => {
  expect(missingRange(failedBy('AddressRangeBanned'), ['a', 'b'], 'Gone')).toBeUndefined();
  expect(missingRange({ failed: { ...failedBy().failed, step: 'sanction' } }, [], 'Gone')).toBeUndefined();
  expect(missingRange(null, [], 'Gone')).toBeUndefined();
});
