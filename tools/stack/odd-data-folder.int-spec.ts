import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createTopics } from '#kafka/create-topics.js';
import { readEnds } from '#kafka/read-ends.js';
import { eventually } from '#testing/eventually.js';
import { startBackingServices, type BackingServices } from './backing-services.js';
import { findFreeBlock, portsFrom } from './ports.js';

const root = join(import.meta.dirname, '..', '..');

test('a data folder of any name works, and nothing is written beside it', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'broadside-odd-'));
  chmodSync(parent, 0o755);
  const name = 'Zürich, "its" \\data\\ #1 = 100 % $HOME: 東京';
  const dataFolder = join(parent, name);
  mkdirSync(dataFolder, { mode: 0o755 });
  const whileRunning = async (look: (backing: BackingServices) => Promise<unknown>) => {
    const backing = await startBackingServices({ root, dataFolder, ports: portsFrom(await findFreeBlock()) });
    await look(backing).finally(() => backing.stop());
  };
  try {
    await whileRunning(({ brokers }) => createTopics(brokers, ['kept']));
    await whileRunning(({ brokers }) =>
      eventually(async () => (await readEnds(brokers, ['kept'])).length === 12, { what: 'the topic made before' }),
    );
    expect(readdirSync(parent)).toEqual([name]);
  } finally {
    rmSync(parent, { recursive: true });
  }
}, 120_000);
