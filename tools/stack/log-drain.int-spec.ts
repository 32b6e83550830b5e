import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { eventually } from '#testing/eventually.js';
import { makeFifo } from '#testing/fifo.js';
import { LogDrain, maxUndrainedLog } from './log-drain.js';
import type { SupervisedProcess } from './supervised-process.js';
import { toyProcess } from './toy-process.js';

/** A folder on a disk of 256 KiB, which only the superuser can create. */
const small = mkdtempSync(join(tmpdir(), 'broadside-small-'));
const isSmall = process.getuid?.() === 0 && runs('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small);
let folder: string;
let toy: SupervisedProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-drain-'));
});
afterEach(async () => {
  await toy?.stop();
  rmSync(folder, { recursive: true });
});
afterAll(() => {
  if (isSmall) execFileSync('umount', [small]);
  rmSync(small, { recursive: true });
});

function runs(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const droppedIn = (log: string) =>
  log.split('\n').reduce((sum, line) => sum + Number(/"dropped":(\d+)/.exec(line)?.[1] ?? 0), 0);

(isSmall ? test : test.skip)('a full disk: a process goes on, and its log says what it lacks', async () => {
  const said = join(folder, 'said');
  const logFile = join(small, 'toy.log');
  const filler = join(small, 'filler');
  writeFileSync(filler, Buffer.alloc(200_000));
  // Memory holds every line of the log; the disk is soon full.
  toy = toyProcess(
    folder,
    `let n = 0;
     setInterval(() => {
       for (let line = 0; line < 20; line += 1) console.log('line ' + (n += 1) + ' ' + 'x'.repeat(100));
       require('node:fs').writeFileSync(${JSON.stringify(said)}, String(n));
     }, 5);`,
    { logFile, drained: true },
  );
  await toy.start();
  const saidSoFar = () => Number(readFileSync(said, 'utf8'));
  await eventually(() => statSync(logFile).size > 40_000, { what: 'the disk to be full' });
  const before = saidSoFar();
  await eventually(() => saidSoFar() > before + 2_000, { what: 'the process to go on' });
  rmSync(filler);
  await eventually(() => droppedIn(readFileSync(logFile, 'utf8')) > 1_000, {
    what: 'the log to tell what was dropped',
  });
});

test('a blocked disk: lines that exceed the memory’s bound are dropped, and counted', async () => {
  const fifo = makeFifo(join(folder, 'log'));
  const drain = new LogDrain(fifo.path);
  const output = new PassThrough();
  drain.follow(output);
  const lines = 50_000;
  for (let line = 0; line < lines; line += 1) output.write(`${'x'.repeat(99)}\n`);
  // All output is read, though nobody reads the log.
  await eventually(() => output.readableLength + output.writableLength === 0, { what: 'the output to be taken' });
  let log = await fifo.read();
  output.end('and on\n');
  log += await fifo.read();
  fifo.close();
  expect(log.length).toBeLessThan(2 * maxUndrainedLog + 1_000);
  expect(droppedIn(log)).toBeGreaterThan(0);
  expect(droppedIn(log) + log.split('x\n').length - 1).toBe(lines);
});
