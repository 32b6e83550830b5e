import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { clientAddressOf, type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { SanctionAddressRange } from '#contracts/people/address-range.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Pool } from 'pg';
import { addressRangeDecider } from '../address-range/address-range.decider.js';
import { addressRangeStream } from '../address-range/address-range-stream.js';
import { networkHash } from '../address-range/network-hash.js';
import { storeNetwork } from '../address-range/store-network.js';
import { findReservations } from '../person/find-reservations.js';
import { reserveAll } from '../person/reserve-all.js';

@Controller('commands')
export class SanctionAddressRangeController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('sanction-address-range')
  @HttpCode(201)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'sanction-address-range', SanctionAddressRange, async ({ wanted, by }) => {
      const hash = networkHash(this.pseudonymKey, wanted.range);
      const known = (await findReservations(this.pool, 'address-range', [hash])).get(hash);
      const rangeId = known ?? randomUUIDv7();
      return {
        of: addressRangeStream(rangeId),
        decider: addressRangeDecider,
        seen: seenOf(request),
        newKeyFor: rangeId,
        command: { ...by, type: 'SanctionAddressRange' as const, ...wanted, rangeId, from: clientAddressOf(request) },
        alongside: async ({ client }) => {
          if (known === undefined) await reserveAll(client, 'address-range', [{ hash, personId: rangeId }]);
          await storeNetwork(client, rangeId, wanted.range);
        },
        answer: () => ({ rangeId }),
      };
    });
  }
}
