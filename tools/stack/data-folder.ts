import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from './fault.js';

/** Raised when the layout of the folder, or of what the backing services keep in it, changes. */
const dataVersion = '1';
const leastFreeBytes = 1_000_000_000;

export interface DataFolder {
  path: string;
  logs: string;
  keys: string;
  isNew: boolean;
}

/**
 * Opens or creates the folder that holds everything of one copy.
 * @throws Fault if its name has control characters, it belongs to another version or cannot be written, or the disk is
 * nearly full.
 */
export function openDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  const [unprintable] = /\p{Cc}/u.exec(folder) ?? [];
  if (unprintable !== undefined) {
    const code = unprintable.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    throw new Fault(`The data folder's name has a control character (U+${code}). Name another with BROADSIDE_DATA.`);
  }
  const versionFile = join(folder, 'VERSION');
  const logs = join(folder, 'logs');
  const keys = join(folder, 'keys');
  try {
    mkdirSync(logs, { recursive: true });
    mkdirSync(keys, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Fault(
      `The data folder ${folder} cannot be written: ${(error as Error).message}. Name another with BROADSIDE_DATA.`,
    );
  }
  const isNew = !existsSync(versionFile);
  if (!isNew) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== dataVersion) {
      throw new Fault(
        `The data folder ${folder} is of version ${found}; this copy reads version ${dataVersion}. ` +
          'Start the version that made it, or name an empty folder with BROADSIDE_DATA.',
      );
    }
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastFreeBytes) {
    const free = Math.round((bavail * bsize) / 1e6);
    throw new Fault(
      `Only ${free} MB are free for ${folder}; 1,000 MB are needed. Make room, or name a folder elsewhere with BROADSIDE_DATA.`,
    );
  }
  if (isNew) writeFileSync(versionFile, `${dataVersion}\n`);
  return { path: folder, logs, keys, isNew };
}
