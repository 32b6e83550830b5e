import { expect, test } from '@jest/globals';
import { formOf, withoutSecrets } from './account-form.js';

test('passwords and codes are not sent back', () => {
  const [password, currentPassword, code] = ['correct horse', 'battery staple', '123456'];
  const email = 'a@b.example';
  expect(withoutSecrets({ email, password, currentPassword, code })).toEqual({ email });
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
