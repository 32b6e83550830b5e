import { expect, test } from '@jest/globals';
import { refusalOf } from './refusal-of.js';

test.each([
  [{ detail: 'No.', errors: { email: ['has already been taken'] } }],
  [{ detail: 'This has changed since you read it.', changes: [{ version: 2 }] }],
  [{ errors: { until: ["can't be blank"] } }],
])('a service’s refusal is passed on as it says it: %j', (body) => {
  expect(refusalOf({ status: 409, body }).toJSON()).toMatchObject({ status: 409, ...body });
});

test('what is no problem document tells its status alone', () => {
  expect(refusalOf({ status: 412, body: 'x' }).toJSON()).toMatchObject({ status: 412, title: 'Precondition Failed' });
});
