import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from './guard.js';
import type { JestResult } from './judge.js';
import { runProcess } from './run-process.js';

export interface TestRun {
  /** The copy of the checkout they run in. */
  folder: string;
  project: TestProject;
  files: string[];
  /** Parts of names, to run only some tests of the files. */
  named?: string[];
  /** Addresses of running services, for the tests that need them. */
  services: NodeJS.ProcessEnv;
  timeoutMs: number;
  signal: AbortSignal;
}

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Runs tests. @throws Error that says why there is no result. */
export async function runTests(run: TestRun): Promise<JestResult> {
  const { folder, project, files, named, services, timeoutMs, signal } = run;
  const outputFile = join(folder, '.jest-result.json');
  await rm(outputFile, { force: true });
  const args = [
    ...[join('node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', project, '--runInBand', '--silent'],
    // A failed test may leave a connection open, which would keep Jest from ending.
    '--forceExit',
    ...['--json', '--outputFile', outputFile, '--cacheDirectory', join(folder, '.jest-cache')],
    ...(named ? ['--testNamePattern', named.map(literally).join('|')] : []),
    ...['--runTestsByPath', ...files],
  ];
  const env = { ...process.env, ...services, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
  const { tookTooLong, said } = await runProcess(process.execPath, args, { cwd: folder, env, timeoutMs, signal });
  signal.throwIfAborted();
  if (tookTooLong) throw new Error(`it took more than ${timeoutMs / 1_000} s`);
  try {
    return JSON.parse(await readFile(outputFile, 'utf8')) as JestResult;
  } catch {
    throw new Error(`there is no result: ${said.trim().slice(-500)}`);
  }
}
