import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackingServices } from '#tools/stack/backing-services.js';
import { findFreeBlock, portsFrom } from '#tools/stack/ports.js';
import type { Starting } from './start-test-services.js';
import type { NamedServices, TestServices } from './test-services.js';

/** Starts the servers that are not named as processes of this machine, in a temporary folder. */
export async function startNatively(named: NamedServices, starting: Starting): Promise<TestServices> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'broadside-int-'));
  // Postgres may run as another user.
  chmodSync(dataFolder, 0o755);
  const remove = () => rm(dataFolder, { recursive: true, force: true });
  try {
    const ports = portsFrom(await findFreeBlock());
    const { stop, ...services } = await startBackingServices({ ...starting, ...named, dataFolder, ports });
    return { ...services, stop: () => stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
