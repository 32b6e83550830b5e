import type { FastifyRequest } from 'fastify';
import { addressText } from '#contracts/people/network.js';
import type { Rule } from '#policy/rule.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { readAddressRangesOf, type RangeOfAddress } from '#read-models/address-range/read-address-ranges-of.js';

/** Sanctions against the addresses of requests, by the read database. */
export class AddressRanges {
  constructor(private readonly lookUps: Queryable) {}

  /**
   * All ranges that contain a request's address, if the rule requires good standing. While the read database is away,
   * strangers pass: a new guest or account can do nothing else until it is back. Everyone else is refused, because
   * nothing is known of them without it.
   */
  async of(request: FastifyRequest, { inGoodStanding, may }: Rule): Promise<RangeOfAddress[]> {
    if (!inGoodStanding) return [];
    const ranges = readAddressRangesOf(this.lookUps, addressText(request.clientAddress));
    return may === 'everyone' ? ranges.catch(() => []) : ranges;
  }
}
