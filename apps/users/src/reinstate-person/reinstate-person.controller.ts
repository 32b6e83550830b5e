import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ReinstatePerson } from '#contracts/people/sanction.commands.js';
import { staffRoles } from '#contracts/people/staff-roles.js';
import { personStream } from '../person/person-stream.js';
import { sanctionDecider } from '../standing/sanction.decider.js';

@Controller('commands')
export class ReinstatePersonController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('reinstate-person')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'reinstate-person', ReinstatePerson, ({ wanted, caller, by }) => ({
      of: personStream(wanted.personId),
      decider: sanctionDecider,
      seen: seenOf(request, wanted.personId),
      sealedFor: wanted.note === undefined ? [] : [wanted.personId],
      command: {
        ...{ ...by, type: 'ReinstatePerson' as const, ...wanted },
        ...{ byAdmin: caller.roles.includes('admin'), staff: staffRoles },
      },
    }));
  }
}
