import { expect, test } from '@jest/globals';
import { commandLine, readCall, usageOf } from './command-line.js';

const command = () =>
  commandLine('tool', '[--stream S] [--all]', 'Does it.')
    .option('--stream <S>', 'one stream')
    .option('--from <N>', 'from there on')
    .option('--all', 'everything');
const read = (...args: string[]) => readCall<{ stream?: string; all?: boolean }>(command(), args);

test('flags and arguments are recognised in any order', () => {
  expect(read('one', '--stream', 's', 'two', '--all')).toEqual({
    ...{ flags: { stream: 's', all: true }, help: false, words: ['one', 'two'] },
  });
  expect(read('--stream=--all', '--', '--from').flags).toEqual({ stream: '--all' });
  expect(read('--help', 'one')).toEqual({ flags: {}, help: true, words: ['one'] });
});

test.each([
  [['--bogus'], "unknown option '--bogus'"],
  [['--strem', 's'], 'Did you mean --stream?'],
  [['--stream'], "option '--stream <S>' argument missing"],
  [['--stream', '--all'], '"--all" is a flag'],
  [['--from', '--bogus'], '"--bogus" is a flag'],
])('%j is refused by name, and nothing is printed', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});

test('the help has each flag', () => {
  const lines = usageOf(command()).split('\n');
  expect(lines[0]).toBe('Usage: tool [--stream S] [--all]');
  expect(lines.filter((line) => line.startsWith('  --')).map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['--stream <S>', 'one stream'],
    ['--from <N>', 'from there on'],
    ['--all', 'everything'],
    ['--help', 'this text'],
  ]);
});
