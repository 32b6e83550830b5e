import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { UnlinkGuest } from '#contracts/people/account.commands.js';
import { personStream } from '../person/person-stream.js';
import { linkDecider } from '../standing/link.decider.js';
import { dropLink } from './drop-link.js';

@Controller('commands')
export class UnlinkGuestController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('unlink-guest')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'unlink-guest', UnlinkGuest, ({ wanted: { personId }, by }) => ({
      of: personStream(personId),
      decider: linkDecider,
      seen: seenOf(request, personId),
      command: { ...by, type: 'UnlinkGuest' as const, personId },
      alongside: async ({ client }, { events }) => {
        if (events.length > 0) await dropLink(client, personId);
      },
    }));
  }
}
