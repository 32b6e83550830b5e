import { describe } from '@jest/globals';

/** For tests that do to a server what only its container makes possible: else they are skipped, and counted as skipped. */
export const describeWithContainers = process.env['TEST_SERVICES'] === 'containers' ? describe : describe.skip;
