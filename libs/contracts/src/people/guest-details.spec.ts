import { describe, expect, test } from '@jest/globals';
import { ChangeAccount, RegisterUser } from './account.commands.js';
import { ChangeGuest } from './guest.commands.js';
import { IntroduceGuest } from './person.commands.js';

const introduced = { name: 'Tove' };

describe('a guest’s e-mail and website', () => {
  test('are none where they are empty or null, on introduction', () => {
    for (const none of [null, '']) {
      expect(IntroduceGuest.parse({ ...introduced, email: none, website: none })).toEqual(introduced);
    }
    expect(IntroduceGuest.parse(introduced)).toEqual(introduced);
  });

  test('are taken away by null or nothing, on a change', () => {
    for (const none of [null, '']) {
      expect(ChangeGuest.parse({ email: none, website: none })).toEqual({ email: null, website: null });
    }
    expect(ChangeGuest.parse({})).toEqual({});
  });
});

describe('an e-mail address', () => {
  const username = 'tove';
  const taking: [string, (email: string) => ReturnType<typeof RegisterUser.safeParse>][] = [
    ['an account', (email) => RegisterUser.safeParse({ username, email, password: 'correct horse' })],
    ['an account that changes', (email) => ChangeAccount.safeParse({ email }) as never],
    ['a guest', (email) => IntroduceGuest.safeParse({ ...introduced, email }) as never],
    ['a guest who changes', (email) => ChangeGuest.safeParse({ email }) as never],
  ];

  describe.each(taking)('of %s', (_, take) => {
    test.each(['tove@example.org', 'jörg@bücher.example', '用户@例子.中国', 'o’neill@example.org'])(
      'may be %s',
      (email) => {
        expect(take(email)).toMatchObject({ success: true, data: { email } });
      },
    );

    test.each([
      ['tove', 'is invalid'],
      ['to ve@example.org', 'is invalid'],
      ['tove@example', 'is invalid'],
      ['to\u202eve@example.org', 'is invalid'],
      [`tove@${'x'.repeat(312)}.org`, 'is too long (maximum is 320 characters)'],
    ])('is not %.30s', (email, reason) => {
      const { error } = take(email);
      expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([[['email'], reason]]);
    });
  });
});
