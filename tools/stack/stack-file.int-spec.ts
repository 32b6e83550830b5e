import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { identify, type ProcessIdentity } from './process-identity.js';
import { claimDataFolder, readStackFile, writeStackFile } from './stack-file.js';

const url = 'http://127.0.0.1:3000';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-stack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second copy cannot use the folder of a running one', async () => {
  const stack = await claimDataFolder(folder, { gatewayUrl: url });
  expect(stack.supervisor.pid).toBe(process.pid);
  expect(statSync(join(folder, 'stack.json')).mode & 0o077).toBe(0);
  await expect(claimDataFolder(folder, { gatewayUrl: url })).rejects.toThrow(
    `in use by process ${process.pid} (${url})`,
  );
});

test('processes of a killed supervisor are ended; a stranger with the same number is not', async () => {
  const left = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000);'], { detached: true });
  const identity = identify(left.pid ?? 0) as ProcessIdentity;
  const stranger = { pid: process.pid, startedAt: 'another time' };
  const gone: ProcessIdentity = { pid: process.pid, startedAt: 'long ago' };
  writeStackFile(folder, {
    ...{ supervisor: gone, gatewayUrl: url, postgresUrl: '', brokers: [] },
    processes: { toy: identity, stranger },
  });
  await claimDataFolder(folder, { gatewayUrl: url });
  expect(identify(identity.pid)).toBeUndefined();
  expect(readStackFile(folder)?.supervisor.pid).toBe(process.pid);
});
