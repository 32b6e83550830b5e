import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ReinstateAddressRange } from '#contracts/people/address-range.commands.js';
import { addressRangeDecider } from '../address-range/address-range.decider.js';
import { addressRangeStream } from '../address-range/address-range-stream.js';

@Controller('commands')
export class ReinstateAddressRangeController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('reinstate-address-range')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'reinstate-address-range', ReinstateAddressRange, ({ wanted, by }) => ({
      of: addressRangeStream(wanted.rangeId),
      decider: addressRangeDecider,
      seen: seenOf(request),
      // If a restored keyring is older than the range, its key is missing; a new key seals the note.
      ...(wanted.note !== undefined && { newKeyFor: wanted.rangeId }),
      command: { ...by, type: 'ReinstateAddressRange' as const, ...wanted },
      answer: () => ({ rangeId: wanted.rangeId }),
    }));
  }
}
