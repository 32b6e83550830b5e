import { existsSync } from 'node:fs';
import type { Benchmark } from '../benchmark.js';
import { megabytes } from '../show.js';
import { proportionalMemory } from './proportional-memory.js';

const maxBytes = 1.6e9;

/** What the copy takes after what was measured before, process by process: npm, its supervisor and all they started. */
export const measureMemory: Benchmark = async ({ copy }) => {
  if (!existsSync('/proc/self/smaps_rollup')) return [{ name: 'memory', ours: 'not measured: only Linux tells' }];
  const byName = await proportionalMemory(copy.pid, copy.names);
  const total = [...byName.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [
    ...[...byName].map(([name, bytes]) => ({ name: `memory: ${name}`, ours: megabytes(bytes) })),
    {
      name: 'memory, PSS of all',
      ours: megabytes(total),
      target: `≤ ${megabytes(maxBytes)}`,
      passed: total <= maxBytes,
    },
  ];
};
