import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TallyProjecting } from './start-tally-projector.js';

export interface SpawnOptions extends Omit<TallyProjecting, 'hooks'> {
  /** Whether an event of a stream whose name begins with `ends` makes the process run out of memory. */
  takesAllMemory?: boolean;
}

export interface SpawnedProjector {
  name: string;
  /** Resolves when the process has ended. */
  gone: Promise<unknown>;
  /** Kills it without notice (SIGKILL). */
  kill(): Promise<void>;
}

/** A projector in a process of its own, from the build. */
export function spawnTallyProjector(options: SpawnOptions): SpawnedProjector {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  const main = join(root, 'dist', 'libs', 'testing', 'src', 'tally', 'tally-projector.js');
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const child = spawn(process.execPath, ['--max-old-space-size=64', main, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const gone = once(child, 'exit');
  return {
    name: options.name,
    gone,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
