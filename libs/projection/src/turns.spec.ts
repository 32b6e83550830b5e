import { expect, test } from '@jest/globals';
import { Turns } from './turns.js';

test('exclusive work waits for running work, and holds up later work', async () => {
  const turns = new Turns();
  const happened: string[] = [];
  const one = Promise.withResolvers<void>();
  const step = (name: string, until?: Promise<void>) => async () => {
    happened.push(`${name} begins`);
    await until;
    happened.push(`${name} ends`);
  };
  const all = [
    turns.together(step('one', one.promise)),
    turns.together(step('two')),
    turns.alone(step('alone')),
    turns.alone(step('alone too')),
    turns.together(step('three')),
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
  const turns = new Turns();
  const fail = () => Promise.reject(new Error('failed'));
  await expect(turns.together(fail)).rejects.toThrow('failed');
  await expect(turns.alone(fail)).rejects.toThrow('failed');
  expect(await turns.alone(() => Promise.resolve(1))).toBe(1);
  expect(await turns.together(() => Promise.resolve(2))).toBe(2);
});
