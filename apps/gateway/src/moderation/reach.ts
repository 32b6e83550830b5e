import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { type Address, holds, parseNetwork } from '#contracts/people/network.js';
import { readOverlappingRanges } from '#read-models/address-range/read-overlapping-ranges.js';
import { presentRange, type ReachAnswer } from './address-range.answers.js';

/** What a range of addresses would be about. */
@Injectable()
export class Reach {
  constructor(private readonly pool: Pool) {}

  /** @param range a network, as the contract writes it. @param from the address of who asks. */
  async of(range: string, from: Address): Promise<z.infer<typeof ReachAnswer>> {
    const network = parseNetwork(range);
    if (!network) throw new Error(`${range} is no network`);
    const { ranges, rangesCount } = await readOverlappingRanges(this.pool, range);
    const width = network.start.kind() === 'ipv4' ? 32 : 128;
    return {
      reach: {
        ...{ range, addresses: String(2n ** BigInt(width - network.bits)), holdsYours: holds(network, from) },
        ...{ addressRanges: ranges.map(presentRange), addressRangesCount: rangesCount },
      },
    };
  }
}
