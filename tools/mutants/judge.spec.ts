import { expect, test } from '@jest/globals';
import { judge, type JestResult } from './judge.js';

const result = (...statuses: string[]): JestResult => ({
  numPassedTests: statuses.filter((status) => status === 'passed').length,
  numFailedTests: statuses.filter((status) => status === 'failed').length,
  testResults: [
    {
      name: 'a.spec.ts',
      message: '',
      assertionResults: statuses.map((status, index) => ({ fullName: `test ${index}`, status })),
    },
  ],
});

test('a mutant is killed by the first test that fails, and survives where all pass', () => {
  expect(judge(result('passed', 'failed', 'failed'))).toEqual({ kind: 'killed', by: 'test 1' });
  expect(judge(result('passed', 'pending'))).toEqual({ kind: 'survived' });
});

test('a file that does not load, or runs no test, kills nothing', () => {
  const message =
    '  ● Test suite failed to run\n\n    \u001b[1mSyntaxError\u001b[22m: Unexpected token\n      at a.ts:1';
  const unloaded = { ...result(), testResults: [{ name: 'a.spec.ts', message, assertionResults: [] }] };
  expect(judge(unloaded)).toEqual({
    kind: 'void',
    reason: 'the test did not load: SyntaxError: Unexpected token',
  });
  expect(judge(result('pending', 'pending'))).toEqual({ kind: 'void', reason: 'no test ran' });
});
