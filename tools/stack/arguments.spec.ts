import { expect, test } from '@jest/globals';
import { parseStartArguments } from './arguments.js';

test('the defaults', () => {
  expect(parseStartArguments([], {})).toEqual({
    demo: true,
    help: false,
    dataFolder: '.data',
    port: 3000,
    replicas: 1,
    readSet: 'read_v1',
  });
});

test('flags win over the environment', () => {
  const env = { PORT: '3100', BROADSIDE_DATA: '/srv/a' };
  expect(parseStartArguments(['--no-demo', '--port', '3200'], env)).toMatchObject({
    demo: false,
    port: 3200,
    dataFolder: '/srv/a',
  });
});

test.each([
  [['--port', 'http'], /PORT \(or --port\).*"http"/],
  [['--bogus'], /--bogus/],
])('%p is refused by name', (args, message) => {
  expect(() => parseStartArguments(args, {})).toThrow(message);
});
