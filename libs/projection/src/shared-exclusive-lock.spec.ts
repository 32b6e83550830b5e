import { expect, test } from '@jest/globals';
import { SharedExclusiveLock } from './shared-exclusive-lock.js';

test('exclusive work waits for running work, and holds up later work', async () => {
  const lock = new SharedExclusiveLock();
  const happened: string[] = [];
  const one = Promise.withResolvers<void>();
  const step = (name: string, until?: Promise<void>) => async () => {
    happened.push(`${name} begins`);
    await until;
    happened.push(`${name} ends`);
  };
  const all = [
    lock.shared(step('one', one.promise)),
    lock.shared(step('two')),
    lock.exclusive(step('alone')),
    lock.exclusive(step('alone too')),
    lock.shared(step('three')),
  ];
  await all[1];
  expect(happened).toEqual(['one begins', 'two begins', 'two ends']);
  one.resolve();
  await Promise.all(all);
  const order = happened.slice(3);
  expect(order[0]).toBe('one ends');
  for (const name of ['alone', 'alone too']) {
    expect(order.indexOf(`${name} ends`)).toBe(order.indexOf(`${name} begins`) + 1);
  }
  expect(order).toHaveLength(7);
});

test('work that fails holds up no other', async () => {
  const lock = new SharedExclusiveLock();
  const fail = () => Promise.reject(new Error('failed'));
  await expect(lock.shared(fail)).rejects.toThrow('failed');
  await expect(lock.exclusive(fail)).rejects.toThrow('failed');
  expect(await lock.exclusive(() => Promise.resolve(1))).toBe(1);
  expect(await lock.shared(() => Promise.resolve(2))).toBe(2);
});
