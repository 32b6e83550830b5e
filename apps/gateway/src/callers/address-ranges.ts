import type { FastifyRequest } from 'fastify';
import { addressText } from '#contracts/people/network.js';
import type { Rule } from '#policy/rule.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { readAddressRangesOf, type RangeOfAddress } from '#read-models/address-range/read-address-ranges-of.js';

/** What was said against the addresses that requests come from, as the read database shows it. */
export class AddressRanges {
  constructor(private readonly lookUps: Queryable) {}

  /**
   * All ranges a request's address is in, where the rule asks for good standing. Open for strangers while the read
   * database is away: who introduces themselves then does nothing else before it is back. Closed for everyone else, of
   * whom nothing is known without it.
   */
  async of(request: FastifyRequest, { inGoodStanding, may }: Rule): Promise<RangeOfAddress[]> {
    if (!inGoodStanding) return [];
    const ranges = readAddressRangesOf(this.lookUps, addressText(request.clientAddress));
    return may === 'everyone' ? ranges.catch(() => []) : ranges;
  }
}
