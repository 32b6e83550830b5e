import { expect, jest, test } from '@jest/globals';
import { answeredOnce, withKey } from './form-keys.js';

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

test('a form that is pressed twice is asked once, and gets the same answer; one that failed is asked anew', async () => {
  let asked = 0;
  const ask = () => Promise.resolve((asked += 1));
  const first = answeredOnce(['sign-in', '123456'], ask);
  expect(await Promise.all([first, answeredOnce(['sign-in', '123456'], ask)])).toEqual([1, 1]);
  // The first answer may be on its way still.
  expect(await answeredOnce(['sign-in', '123456'], ask)).toBe(1);
  expect(await answeredOnce(['sign-in', '654321'], ask)).toBe(2);
  const away = () => Promise.reject(new Error('away'));
  await expect(answeredOnce(['sign-in', '000000'], away)).rejects.toThrow('away');
  expect(await answeredOnce(['sign-in', '000000'], ask)).toBe(3);
});

test('the answer to a form is kept for seconds', async () => {
  jest.useFakeTimers();
  try {
    let asked = 0;
    const ask = () => Promise.resolve((asked += 1));
    expect(await answeredOnce(['late'], ask)).toBe(1);
    jest.advanceTimersByTime(2_900);
    expect(await answeredOnce(['late'], ask)).toBe(1);
    jest.advanceTimersByTime(200);
    expect(await answeredOnce(['late'], ask)).toBe(2);
  } finally {
    jest.useRealTimers();
  }
});
