import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { PublishArticle } from './articles/article.commands.js';
import { PostComment } from './comments/comment.commands.js';
import { ChangeAccount } from './people/account.commands.js';
import { ReinstateAddressRange, SanctionAddressRange } from './people/address-range.commands.js';
import { ChangeRole } from './people/role.commands.js';
import { ReinstatePerson, SanctionPerson } from './people/sanction.commands.js';

const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const article = { title: 'a', description: 'b', body: 'c' };
const ban = { kind: 'ban', reason: 'spam' };
/** Every text that a command cannot be without, or that is something once it is there. */
const texts: [string, string, z.ZodType, object][] = [
  ['PostComment', 'body', PostComment, { articleId: id }],
  ['PublishArticle', 'title', PublishArticle, article],
  ['PublishArticle', 'description', PublishArticle, article],
  ['PublishArticle', 'body', PublishArticle, article],
  ['ChangeRole', 'reason', ChangeRole, { personId: id, role: 'editor' }],
  ['SanctionPerson', 'note', SanctionPerson, { personId: id, ...ban }],
  ['ReinstatePerson', 'note', ReinstatePerson, { personId: id, reason: 'spam' }],
  ['SanctionAddressRange', 'note', SanctionAddressRange, { range: '203.0.113.0/24', ...ban }],
  ['ReinstateAddressRange', 'note', ReinstateAddressRange, { rangeId: id, reason: 'spam' }],
];

const unseen = [
  ...['', ' \n\t', '\u00a0', '\u200b\u2060\ufeff', '\u00ad', '\u2800', '\u3164\uffa0\u115f', '\u{e0001}\u{e0061}'],
  ...[
    '\ufe0f',
    '\u0301',
    '\u202e\u202c',
    '\u2028',
    '\u034f\u180e',
    '\ufffc',
    '\u{13441}\u{1d159}',
    ' \u200b\u0301\u2800\n',
  ],
];
const seen = ['.', '\u200bx', '☕', '👩‍👩‍👧', '\u0628\u0651', '\ufffd', '\ue000', '1\ufe0f\u20e3', '\u{1ccf0}'];

describe.each(texts)('%s, %s', (_, field, schema, rest) => {
  const refusal = (text: string) => {
    const { error } = schema.safeParse({ ...rest, [field]: text });
    return error?.issues.map(({ path, message }) => [path.findLast((step) => typeof step === 'string'), message]);
  };

  test.each(unseen)('%j is as good as nothing', (text) => {
    expect(refusal(text)).toEqual([[field, "can't be blank"]]);
  });

  test.each(seen)('%j is something', (text) => expect(refusal(text)).toBeUndefined());
});

test.each(unseen)('a bio of %j is none', (bio) => {
  expect(ChangeAccount.parse({ bio, image: bio })).toEqual({ bio: null, image: null });
});
