import { setTimeout as delay } from 'node:timers/promises';
import { startTallyProjector, type TallyProjecting } from './start-tally-projector.js';

/** Long enough that whoever kills this process finds it in the middle of a batch. */
const preparingMs = 15;

const options = JSON.parse(process.argv[2] ?? '') as TallyProjecting;
startTallyProjector({ ...options, hooks: { prepare: () => delay(preparingMs) } });
