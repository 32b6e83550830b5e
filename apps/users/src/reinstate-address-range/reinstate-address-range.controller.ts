import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { ReinstateAddressRange } from '#contracts/people/address-range.commands.js';
import { seal } from '#keyring/seal.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { AddressRangeCommands } from '../address-range/address-range-commands.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';

@Controller('commands')
export class ReinstateAddressRangeController {
  constructor(
    @Inject(PersonCommands) private readonly people: PersonCommands,
    @Inject(AddressRangeCommands) private readonly ranges: AddressRangeCommands,
  ) {}

  @Post('reinstate-address-range')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.people.callerOf(request, 'reinstate-address-range');
    const wanted = parseBody(ReinstateAddressRange, body);
    const { rangeId, reason, note } = wanted;
    return this.ranges.run({
      request,
      caller,
      rangeId,
      wanted,
      command: (key, occurredAt) => {
        const id = randomUUIDv7();
        const sealed = note !== undefined && { note: seal(key, id, 'note', note) };
        const data = { rangeId, reason, ...sealed, actor: actorOf(caller) };
        const event = { id, type: 'AddressRangeReinstated' as const, occurredAt, data };
        return { type: 'ReinstateAddressRange', event };
      },
    });
  }
}
