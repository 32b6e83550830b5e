import { expect, test } from '@jest/globals';
import { formOf, withoutSecrets } from './account-form.js';

test('passwords and codes are not sent back', () => {
  expect(withoutSecrets({ email: 'a@b.example', password: 'correct horse', code: '123456' })).toEqual({
    email: 'a@b.example',
  });
});

test('of a page’s forms the one that was sent comes back as it was sent', () => {
  const sent = { of: 'profile', values: { bio: 'Typed' }, errors: { bio: 'is too long' } };
  expect(formOf('profile', sent, { bio: 'Stored' })).toBe(sent);
  expect(formOf('password', sent, { bio: 'Stored' })).toEqual({
    of: 'password',
    values: { bio: 'Stored' },
    errors: {},
  });
});
