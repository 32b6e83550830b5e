import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { parseAddress, type Address } from '#contracts/people/network.js';
import { kindOf } from './kind-of-request.js';
import { limitVars } from './limit-settings.js';
import { Subjects } from './subjects.js';

const address = parseAddress('192.0.2.7') as Address;
const subjects = new Subjects(z.object(limitVars).parse({}), Buffer.alloc(32, 1));

test.each([
  ['GET', '/api/articles', 'read'],
  ['HEAD', '/', 'read'],
  ['POST', '/api/articles', 'write'],
  ['DELETE', '/nowhere', 'write'],
  ['POST', '/api/articles/:slug/visits', 'visit'],
  ['POST', '/api/articles/:slug/comments', 'write'],
  ['POST', '/api/previews', 'preview'],
  ['POST', '/api/previews/comments', 'preview'],
  ['POST', '/api/users/login', 'sign-in'],
  ['POST', '/api/guests', 'sign-in'],
  ['POST', '/api/users/password-resets', 'sign-in'],
  ['POST', '/api/users/password', 'sign-in'],
  ['OPTIONS', '/api/articles', undefined],
  ['GET', '/health/ready', undefined],
])('%s %s counts as %s', (method, path, kind) => expect(kindOf(method, path)).toBe(kind));

test('a tenth of the read limit of an address is spared Redis', () => {
  expect(subjects.sparedWindowOf(address)).toEqual({ key: '192.0.2.7', limit: 600 });
});

test('visits and previews use up nothing of what an account may write', () => {
  const caller = {
    personId: 'e58bf5a1-a5f6-4ee9-84b6-5d9cb7c1d1a4',
    kind: 'account' as const,
    roles: [],
    sessionId: 's',
  };
  const counted = (['write', 'visit', 'preview'] as const).map((kind) => subjects.windowsOf(kind, address, caller));
  expect(counted.map((windows) => windows.map(({ limit }) => limit))).toEqual([
    [1_200, 300],
    [1_200, 60],
    [1_200, 120],
  ]);
  expect(new Set(counted.flat().map(({ key }) => key)).size).toBe(6);
});

test('keys contain no address, person or e-mail, and differ by what they count', () => {
  const caller = {
    personId: 'e58bf5a1-a5f6-4ee9-84b6-5d9cb7c1d1a4',
    kind: 'guest' as const,
    roles: [],
    sessionId: 's',
  };
  const windows = subjects.windowsOf('write', address, caller);
  const tallies = Object.values(subjects.talliesOf(address, 'Tove@Example.org') ?? {});
  const keys = [...windows, ...subjects.windowsOf('read', address, caller), ...tallies].map(({ key }) => key);
  expect(new Set(keys).size).toBe(6);
  expect(keys.join(' ')).not.toMatch(/192\.0|e58bf|tove/i);
  expect(subjects.talliesOf(address, ' tove@example.ORG ')?.account.key).toBe(tallies[2]?.key);
});

test.each(['to\u200bve@example.org', '\u{e0001}Tove@example.org', 'tove@e\u00adxample.org', 'TOVE@\uff45xample.org'])(
  'however the e-mail of an account is written (%j), its failures and its reset links are counted together',
  (email) => {
    const plain = 'tove@example.org';
    expect(subjects.talliesOf(address, email)).toEqual(subjects.talliesOf(address, plain));
    expect(subjects.resetTalliesOf(address, email)).toEqual(subjects.resetTalliesOf(address, plain));
  },
);

test('requests for a reset link are counted by e-mail and by address, and not at all with a limit of 0', () => {
  const [account, group] = subjects.resetTalliesOf(address, 'tove@example.org');
  expect([account?.free, group?.free, account?.firstDelayMs, account?.maxDelayMs]).toEqual([3, 30, 60_000, 900_000]);
  const settings = z.object(limitVars).parse({ LIMIT_PASSWORD_RESETS: 0 });
  expect(new Subjects(settings, Buffer.alloc(32, 1)).resetTalliesOf(address, 'tove@example.org')).toEqual([]);
});
