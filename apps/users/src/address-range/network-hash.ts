import { pseudonymOf } from '#commands/command-request.js';

/** Finds the range of a network that is named again, so that all its sanctions are in one stream. */
export const networkHash = (pseudonymKey: Buffer, network: string) =>
  pseudonymOf(pseudonymKey, 'address-range', network);
