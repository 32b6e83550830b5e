import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeFifo } from '#testing/fifo.js';

const lines = 20_000;
const logger = join(import.meta.dirname, '..', '..', '..', 'dist/libs/process/src/logging.js');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process of the build that logs `lines` lines to `stdout`, and then logs and reports for each message it gets. */
function logging(stdout: number | 'pipe') {
  const code = `
    const { createLogger } = await import(${JSON.stringify(logger)});
    const log = createLogger('toy', 'info');
    for (let line = 0; line < ${lines}; line += 1) log.info({ line }, 'x'.repeat(100));
    process.send('logged');
    process.on('message', () => { log.info('once more'); process.send('still here'); });`;
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
    env,
  });
  const exited = once(child, 'exit');
  return {
    child,
    /** Its next message; `undefined` if none comes for 10 s, or it ends. */
    says: async () => {
      const silent = AbortSignal.timeout(10_000);
      const message = once(child, 'message', { signal: silent }).then(([said]: unknown[]) => said);
      return Promise.race([message.catch(() => undefined), exited.then(() => undefined)]);
    },
    end: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

test('a full disk: the service continues without its log', async () => {
  const full = openSync('/dev/full', 'w');
  const toy = logging(full);
  closeSync(full);
  try {
    expect(await toy.says()).toBe('logged');
    toy.child.send('go on');
    expect(await toy.says()).toBe('still here');
  } finally {
    await toy.end();
  }
});

test('a stopped reader: the service continues, and logs how many lines it dropped', async () => {
  const fifo = makeFifo(join(folder, 'log'));
  const writer = openSync(fifo.path, 'w');
  const toy = logging(writer);
  closeSync(writer);
  try {
    expect(await toy.says()).toBe('logged');
    const read = await fifo.read();
    toy.child.send('go on');
    expect(await toy.says()).toBe('still here');
    const all = (read + (await fifo.read())).trim().split('\n');
    const told = all.map((line) => JSON.parse(line) as { dropped?: number });
    const dropped = told.reduce((sum, line) => sum + (line.dropped ?? 0), 0);
    expect(dropped).toBeGreaterThan(0);
    expect(told.filter((line) => line.dropped === undefined).length + dropped).toBe(lines + 1);
  } finally {
    await toy.end();
    fifo.close();
  }
});

test('a reader that has ended: the service continues', async () => {
  const toy = logging('pipe');
  toy.child.stdout?.destroy();
  try {
    expect(await toy.says()).toBe('logged');
    toy.child.send('go on');
    expect(await toy.says()).toBe('still here');
  } finally {
    await toy.end();
  }
});

test.each(['process.exit(7)', 'throw new Error("ends")'])('lines logged before %s are written', async (end) => {
  const code = `
    const { createLogger } = await import(${JSON.stringify(logger)});
    const log = createLogger('toy', 'info');
    const write = process.stdout.write.bind(process.stdout);
    let writes = 0;
    process.stdout.write = (...args) => (writes += 1, write(...args));
    for (let line = 0; line < 9; line += 1) log.info({ line }, 'one turn');
    // After the write of this turn, which was asked for first; a timer can come before it.
    await new Promise((resolve) => setImmediate(resolve));
    log.info({ writes }, 'the last turn');
    ${end};`;
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env,
  });
  const said = await text(child.stdout);
  const told = said.trim().split('\n');
  expect([told.length, JSON.parse(told.at(-1) ?? '')]).toEqual([10, expect.objectContaining({ writes: 1 })]);
});
