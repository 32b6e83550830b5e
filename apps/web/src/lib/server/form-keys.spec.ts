import { expect, test } from '@jest/globals';
import { withKey } from './form-keys.js';

test('the same form has one key while it is under way, and another afterwards; other forms have others', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const send = (key: string) => promise.then(() => key);
  const sent = [withKey(['a', 'words'], send), withKey(['a', 'words'], send), withKey(['b', 'words'], send)];
  resolve();
  const [one, same, other] = await Promise.all(sent);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(await withKey(['a', 'words'], send)).not.toBe(one);
});

test('a form that fails is under way no more', async () => {
  const failed: string[] = [];
  const fail = (key: string) => {
    failed.push(key);
    return Promise.reject(new Error('away'));
  };
  for (let turn = 0; turn < 2; turn += 1) await expect(withKey(['c'], fail)).rejects.toThrow('away');
  expect(failed[0]).not.toBe(failed[1]);
});
