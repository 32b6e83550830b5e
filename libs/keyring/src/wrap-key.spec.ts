import { expect, test } from '@jest/globals';
import { InstallationKeys, unwrapKey, wrapKey } from './wrap-key.js';

test('an installation key is an own property, whatever its name', () => {
  const keys = { active: 'a', keys: { a: Buffer.alloc(32, 1).toString('base64') } };
  expect(InstallationKeys.safeParse({ ...keys, active: 'constructor' }).success).toBe(false);
  const wrapped = wrapKey(keys, 'ann', Buffer.alloc(32, 2));
  expect(() => unwrapKey(keys, 'constructor', 'ann', wrapped)).toThrow('installation key constructor is missing');
});
