import { describe } from '@jest/globals';

/** For tests that need a server in a container; without containers they are skipped, and counted as skipped. */
export const describeWithContainers = process.env['TEST_SERVICES'] === 'containers' ? describe : describe.skip;
