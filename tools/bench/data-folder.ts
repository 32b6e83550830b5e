import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreeBlock } from '#tools/stack/ports.js';
import { atTheEnd } from './endings.js';

export interface CopyPlace {
  dataFolder: string;
  /** The first of a block of free ports. */
  port: number;
}

/** A folder of this run's own, gone at its end. Postgres may run as another user, who must get through to its own. */
export async function makeDataFolder(): Promise<CopyPlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'broadside-bench-'));
  atTheEnd(() => rm(dataFolder, { recursive: true, force: true }));
  await chmod(dataFolder, 0o755);
  return { dataFolder, port: await findFreeBlock() };
}
