import { expect, test } from '@jest/globals';
import { LogDestination } from './log-destination.js';

test('lines that cannot be written are dropped, and counted in the log later', () => {
  let hasRoom = true;
  const kept: string[] = [];
  const log = new LogDestination((text) => hasRoom && kept.push(text) > 0, 'users');
  log.write('one\n');
  hasRoom = false;
  for (let line = 0; line < 3; line += 1) log.write('lost\n');
  hasRoom = true;
  log.write('two\n');
  log.write('three\n');
  const [told = '', ...rest] = kept.slice(1).join('').split('\n');
  expect(JSON.parse(told)).toMatchObject({ level: 'warn', service: 'users', dropped: 3 });
  expect([kept[0], ...rest]).toEqual(['one\n', 'two', 'three', '']);
});
