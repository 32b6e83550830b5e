import { expect, it } from '@jest/globals';
import { table } from './table.js';

it('prints figures in columns, with what passed and what did not', () => {
  const printed = table([
    { name: 'relay', ours: '9/s', reference: '10/s', ratio: '0.90', target: '≥ 0.60', passed: true },
    { name: 'memory', ours: '2 GB', target: '≤ 1 GB', passed: false },
    { name: 'memory: kafka', ours: '1 GB' },
  ]);
  expect(printed.split('\n')).toEqual([
    '| what          | ours | reference | ratio | target |      |',
    '| ------------- | ---: | --------: | ----: | -----: | ---: |',
    '| relay         |  9/s |      10/s |  0.90 | ≥ 0.60 | pass |',
    '| memory        | 2 GB |           |       | ≤ 1 GB | FAIL |',
    '| memory: kafka | 1 GB |           |       |        |      |',
  ]);
});
