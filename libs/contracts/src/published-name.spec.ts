import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { PublishArticle } from './articles/article.commands.js';
import { ChangeAccount, RegisterUser } from './people/account.commands.js';
import { ChangeGuest } from './people/guest.commands.js';
import { PickNick } from './people/nick.commands.js';
import { IntroduceGuest } from './people/person.commands.js';
import { archivedName } from './published-name.js';

const account = { email: 'tove@example.org', password: 'correct horse' };
const article = { title: 'a', description: 'b', body: 'c' };
/** Every command by which a name is published, the field it is told by, and the command with that name. */
const taken: [string, string, z.ZodType, (name: string) => object][] = [
  ['a guest', 'name', IntroduceGuest, (name) => ({ name })],
  ['a guest who changes', 'name', ChangeGuest, (name) => ({ name })],
  ['an account', 'username', RegisterUser, (username) => ({ ...account, username })],
  ['an account that changes', 'username', ChangeAccount, (username) => ({ username })],
  ['a nick', 'name', PickNick, (name) => ({ name })],
  ['the source of an article', 'name', PublishArticle, (name) => ({ ...article, source: { name } })],
  ['a tag', 'tagList', PublishArticle, (tag) => ({ ...article, tagList: [tag] })],
];

describe.each(taken)('the name of %s', (_, field, schema, command) => {
  const refusal = (name: string) => {
    const { error } = schema.safeParse(command(name));
    return error?.issues.map(({ path, message }) => [path.findLast((step) => typeof step === 'string'), message]);
  };

  test.each([
    ['a zero-width space', '\u200b'],
    ['blanks of Braille', '\u2800\u2800'],
    ['a Hangul filler', '\u3164'],
    ['tag characters', '\u{e0041}\u{e0042}'],
    ['soft hyphens', '\u00ad \u00ad'],
    ['combining marks', '\u0301\u0308'],
    ['a variation selector', '\ufe0f'],
    ['a head without a note', '\u{1d159}'],
  ])('is not only %s', (__, name) => {
    expect(refusal(name)).toEqual([[field, "can't be blank"]]);
  });

  test.each([
    ['is turned around', '\u202eevoT'],
    ['embeds', 'Tove\u202b'],
    ['isolates', '\u2067Tove'],
    ['ends with a mark of direction', 'Tove\u200f'],
    ['annotates', 'Tove\ufff9'],
    ['has no character', 'Tove\uffff'],
  ])('is not one that %s', (__, name) => {
    expect(refusal(name)).toEqual([[field, 'is invalid']]);
  });

  test.each(['Tove\u2028Ann', 'Tove\u2029', 'Tove\nAnn'])('is one line: %j', (name) => {
    expect(refusal(name)).toEqual([[field, 'must be a single line']]);
  });

  test.each(['Tove', 'שרה', 'علی‌رضا', 'Zoe\u0308', '👩‍👩‍👧', '☕', '7', '!', '\u2800Ann'])('may be %j', (name) => {
    expect(refusal(name)).toBeUndefined();
  });
});

test.each([
  ['Ann', 'Ann'],
  [' Ann ', 'Ann'],
  ['', ''],
  ['\u202eAnn\u202c', 'Ann'],
  ['A\u200fnn\uffff\ufff9', 'Ann'],
  ['Ann\u0007', 'Ann'],
  ['Ann\r\n\tLee\u2028', 'Ann Lee'],
  ['\u2800\u3164', ''],
  ['\u202e\u0301', ''],
  ['A\u200db', 'A\u200db'],
])('of the name %j of an archive is left %j', (name, left) => {
  expect(archivedName(name)).toBe(left);
});
