import { setTimeout as delay } from 'node:timers/promises';
import type { BroadsideEvent } from '#contracts/events.js';
import type { SpawnOptions } from './spawn-tally-projector.js';
import { startTallyProjector } from './start-tally-projector.js';

/** Long enough that a kill hits this process in the middle of a batch. */
const preparingMs = 15;

const { takesAllMemory, ...options } = JSON.parse(process.argv[2] ?? '') as SpawnOptions;

function takeAllMemory(): never {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${kept.length} ${index}`));
}

const hooks = {
  loadContext: () => delay(preparingMs),
  isPoison: ({ stream }: BroadsideEvent) => takesAllMemory === true && stream.startsWith('ends') && takeAllMemory(),
};
startTallyProjector({ ...options, hooks });
