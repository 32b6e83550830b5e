import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { identify } from './process-identity.js';
import type { SupervisedProcess } from './supervised-process.js';
import { toyProcess } from './toy-process.js';

const forEver = 'setInterval(() => undefined, 1000);';
let folder: string;
let toy: SupervisedProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-toy-'));
});
afterEach(async () => {
  await toy?.stop();
  rmSync(folder, { recursive: true });
});

const pidOf = (process: SupervisedProcess) => process.pid ?? 0;

test('a process that is killed is started again', async () => {
  const deaths: string[] = [];
  const spawned: number[] = [];
  toy = toyProcess(folder, forEver, { onDeath: (what) => deaths.push(what), onSpawn: (pid) => spawned.push(pid) });
  await toy.start();
  const first = pidOf(toy);
  toy.kill('SIGKILL');
  await eventually(() => spawned.length === 2 && identify(spawned[1] ?? 0) !== undefined, { what: 'the second start' });
  expect([deaths, spawned[0], pidOf(toy)]).toEqual([['was ended by SIGKILL'], first, spawned[1]]);
});

test('a stopped process is gone and stays so', async () => {
  toy = toyProcess(folder, forEver);
  await toy.start();
  const pid = pidOf(toy);
  await toy.stop();
  expect(identify(pid)).toBeUndefined();
  expect(pidOf(toy)).toBe(pid);
});

test('a process that ignores SIGTERM, or is stopped, is killed', async () => {
  toy = toyProcess(folder, `process.on('SIGTERM', () => undefined); ${forEver}`);
  await toy.start();
  toy.kill('SIGSTOP');
  await toy.stop();
  expect(identify(pidOf(toy))).toBeUndefined();
});

test('a process that dies during its start is named, with its log', async () => {
  toy = toyProcess(folder, `console.error('no luck'); process.exit(3);`, { isReady: () => Promise.resolve(false) });
  await expect(toy.start()).rejects.toThrow(`toy exited with 3 at its start; see ${join(folder, 'toy.log')}`);
  expect(readFileSync(join(folder, 'toy.log'), 'utf8')).toContain('no luck');
});

test('a command that does not exist is named', async () => {
  toy = toyProcess(folder, '', { command: join(folder, 'nothing'), isReady: () => Promise.resolve(false) });
  await expect(toy.start()).rejects.toThrow(/toy could not be started \(.*ENOENT/);
});

test('a start can be stopped', async () => {
  toy = toyProcess(folder, forEver, { isReady: () => Promise.resolve(false) });
  const starting = expect(toy.start()).rejects.toThrow('toy was stopped before it was ready');
  await toy.stop();
  await starting;
  expect(identify(pidOf(toy))).toBeUndefined();
});
