import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { SanctionAddressRange } from '#contracts/people/address-range.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import { clientAddressOf, type CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import type { Pool } from 'pg';
import { AddressRangeCommands } from '../address-range/address-range-commands.js';
import { networkHash } from '../address-range/network-hash.js';
import { storeNetwork } from '../address-range/store-network.js';
import { findReservations } from '../person/find-reservations.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { reserveAll } from '../person/reserve-all.js';
import { PSEUDONYM_KEY } from '../tokens.js';
import { addressRangeSanctioned } from './address-range-sanctioned.js';
import { requireSensible } from './require-sensible.js';

@Controller('commands')
export class SanctionAddressRangeController {
  constructor(
    @Inject(PersonCommands) private readonly people: PersonCommands,
    @Inject(AddressRangeCommands) private readonly ranges: AddressRangeCommands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('sanction-address-range')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.people.callerOf(request, 'sanction-address-range');
    const wanted = parseBody(SanctionAddressRange, body);
    requireSensible(wanted, clientAddressOf(request), Date.now());
    const hash = networkHash(this.pseudonymKey, wanted.range);
    const known = (await findReservations(this.pool, 'address-range', [hash])).get(hash);
    const rangeId = known ?? randomUUIDv7();
    return this.ranges.run({
      request,
      caller,
      rangeId,
      isNew: known === undefined,
      wanted,
      command: (key, at) => ({
        type: 'SanctionAddressRange',
        event: addressRangeSanctioned(rangeId, wanted, key, actorOf(caller), at),
      }),
      alongside: async ({ client }) => {
        if (known === undefined) await reserveAll(client, 'address-range', [{ hash, personId: rangeId }]);
        await storeNetwork(client, rangeId, wanted.range);
      },
    });
  }
}
