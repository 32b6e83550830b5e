import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from '#testing/eventually.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { leaderTimeoutMs, takeLeadership } from './take-leadership.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('Promise 5: one relay leads, and another takes over as soon as it resigns', async () => {
  const first = await takeLeadership(database.url);
  const second = await takeLeadership(database.url);
  await Promise.all([first?.release(), second?.release()]);
  expect([first, second]).toEqual([expect.anything(), undefined]);
  const third = await takeLeadership(database.url);
  await third?.release();
  expect(third).toBeDefined();
});

test('Promise 5: a leader that is stopped loses its lock; an idle one keeps it', async () => {
  const leader = leadElsewhere();
  try {
    await leader.leads;
    const asked = Date.now();
    while (Date.now() - asked < leaderTimeoutMs + 1_500) {
      const other = await takeLeadership(database.url);
      await other?.release();
      expect(other).toBeUndefined();
    }
    leader.kill('SIGSTOP');
    const next = await eventually(() => takeLeadership(database.url), {
      what: 'the lock of a stopped leader',
      timeoutMs: leaderTimeoutMs + 3_000,
      everyMs: 200,
    });
    await next.release();
  } finally {
    leader.kill('SIGKILL');
    await leader.gone;
  }
}, 30_000);

/** Leads in a process of its own, from the build, until it is killed. */
function leadElsewhere() {
  const file = join('dist', 'libs', 'event-store', 'src', 'relay', 'take-leadership.js');
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  const code = `
    const { takeLeadership } = await import(${JSON.stringify(join(root, file))});
    await takeLeadership(${JSON.stringify(database.url)});
    console.log('leads');`;
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  return {
    leads: once(child.stdout, 'data'),
    gone: once(child, 'exit'),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  };
}
