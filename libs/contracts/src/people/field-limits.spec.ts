import { expect, test } from '@jest/globals';
import { eventSchemas } from '../events.js';
import {
  ChangeAccount,
  longestBio,
  longestEmail,
  longestImage,
  longestPassword,
  RegisterUser,
} from './account.commands.js';
import { Login } from './person.commands.js';
import { profileChanged } from './person.examples.js';

const refusalOf = (
  schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } },
  value: object,
) => schema.safeParse(value).error?.issues.map(({ message }) => message);
const tooLong = (most: number) => [`is too long (maximum is ${most} characters)`];

test.each([
  ['bio', longestBio],
  ['image', longestImage],
])('a %s is any text up to its most', (field, most) => {
  expect(refusalOf(ChangeAccount, { [field]: '🦊'.repeat(most) })).toBeUndefined();
  expect(refusalOf(ChangeAccount, { [field]: 'x'.repeat(most + 1) })).toEqual(tooLong(most));
  expect(ChangeAccount.parse({ [field]: '' })).toEqual({ [field]: null });
});

test('a password is bounded where it is set and where it is shown', () => {
  const [username, email] = ['tove', 'tove@example.org'];
  const [longest, longer] = ['x'.repeat(longestPassword), 'x'.repeat(longestPassword + 1)];
  expect(refusalOf(RegisterUser, { username, email, password: longest })).toBeUndefined();
  expect(refusalOf(RegisterUser, { username, email, password: longer })).toEqual(tooLong(longestPassword));
  expect(refusalOf(Login, { email, password: longest })).toBeUndefined();
  expect(refusalOf(Login, { email, password: longer })).toEqual(tooLong(longestPassword));
  expect(refusalOf(Login, { email: 'x'.repeat(longestEmail + 1), password: 'x' })).toEqual(tooLong(longestEmail));
});

test('a password with half a character is not set, for it would be as good as any other half', () => {
  for (const half of ['\ud800', '\udc00', '\ude00\ud83d']) {
    const password = `correct ${half} horse`;
    expect(refusalOf(ChangeAccount, { password })).toEqual(['has half a character']);
    expect(refusalOf(RegisterUser, { username: 'tove', email: 'tove@example.org', password })).toHaveLength(1);
  }
  expect(refusalOf(ChangeAccount, { password: 'correct 🐴 horse' })).toBeUndefined();
});

test('an event of before may hold more than a command can ask for now', () => {
  const image = `s1.${'A'.repeat(120_000)}`;
  expect(eventSchemas.ProfileChanged.parse({ ...profileChanged, image })).toMatchObject({ image });
});
