import { pseudonymOf } from '#commands/command-request.js';

/** By what a range is found again when the same network is named, so that all said of it stands in one stream. */
export const networkHash = (pseudonymKey: Buffer, network: string) =>
  pseudonymOf(pseudonymKey, 'address-range', network);
