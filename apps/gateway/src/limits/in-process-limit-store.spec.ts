import { describe } from '@jest/globals';
import { InProcessLimitStore } from './in-process-limit-store.js';
import { countsRightly } from './limit-store.suite.js';

describe('limits counted in the process', () => countsRightly(() => new InProcessLimitStore()));
