import type { SanctionAddressRange } from '#contracts/people/address-range.commands.js';
import { holds, parseAddress, parseNetwork } from '#contracts/people/network.js';
import { unprocessable } from '#http/problem.js';

/**
 * @param from the address of who commands it. @param now milliseconds since 1970.
 * @throws Problem 422 for a sanction that is over before it begins, or shuts out who commands it: nobody there could lift it.
 */
export function requireSensible(
  { range, kind, until }: SanctionAddressRange,
  from: string | undefined,
  now: number,
): void {
  if (until !== null && Date.parse(until) <= now) throw unprocessable({ until: ['must be in the future'] });
  const [network, address] = [parseNetwork(range), parseAddress(from ?? '')];
  if (kind !== 'premoderate' && network && address && holds(network, address)) {
    throw unprocessable({ range: ['has your own address in it'] });
  }
}
