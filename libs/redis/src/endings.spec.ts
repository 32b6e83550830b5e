import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { endingsMessages, parseEndings } from './endings.js';

const some = (count: number) => Array.from({ length: count }, () => randomUUID());

test('published endings are read back, however many there are; without endings there is no message', () => {
  const told = { sessionIds: some(1_234), erasedIds: some(1) };
  const messages = endingsMessages(told);
  expect(messages).toHaveLength(3);
  const received = messages.map(parseEndings);
  expect(received.flatMap(({ sessionIds }) => sessionIds)).toEqual(told.sessionIds);
  expect(received.flatMap(({ erasedIds }) => erasedIds)).toEqual(told.erasedIds);
  expect(endingsMessages({ sessionIds: [], erasedIds: [] })).toEqual([]);
});

test.each(['', '[]', 'null', '{"sessionIds":["x"],"erasedIds":[]}', '{"sessionIds":[]}', JSON.stringify(some(2))])(
  '%s is ignored',
  (message) => expect(parseEndings(message)).toEqual({ sessionIds: [], erasedIds: [] }),
);
