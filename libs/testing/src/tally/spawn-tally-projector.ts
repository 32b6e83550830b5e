import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TallyProjecting } from './start-tally-projector.js';

export interface SpawnedProjector {
  name: string;
  /** Ends it without a last word (SIGKILL). */
  kill(): Promise<void>;
}

/** A projector as a process of its own, from the build. */
export function spawnTallyProjector(options: Omit<TallyProjecting, 'hooks'>): SpawnedProjector {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  const main = join(root, 'dist', 'libs', 'testing', 'src', 'tally', 'tally-projector.js');
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const child = spawn(process.execPath, [main, JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const gone = once(child, 'exit');
  return {
    name: options.name,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
