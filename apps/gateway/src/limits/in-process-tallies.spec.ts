import { describe } from '@jest/globals';
import { InProcessTallies } from './in-process-tallies.js';
import { talliesRightly } from './tally-store.suite.js';

describe('failures counted in the process', () => talliesRightly(() => new InProcessTallies()));
