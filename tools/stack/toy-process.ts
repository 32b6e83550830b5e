import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SupervisedProcess, type ProcessSpec } from './supervised-process.js';

/** A process for the supervisor's own tests: it writes `ready` into the folder and then runs the script. */
export function toyProcess(folder: string, script: string, more: Partial<ProcessSpec> = {}): SupervisedProcess {
  const ready = join(folder, 'ready');
  const program = `require('node:fs').writeFileSync(${JSON.stringify(ready)}, ''); ${script}`;
  return new SupervisedProcess({
    name: 'toy',
    command: process.execPath,
    args: ['-e', program],
    logFile: join(folder, 'toy.log'),
    isReady: () => Promise.resolve(existsSync(ready)),
    readyWithinMs: 10_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 500,
    ...more,
  });
}
