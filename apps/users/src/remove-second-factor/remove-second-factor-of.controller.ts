import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { RemoveSecondFactorOf } from '#contracts/people/second-factor.commands.js';
import { personStream } from '../person/person-stream.js';
import { deleteSecondFactor } from '../second-factor/delete-second-factor.js';
import { secondFactorDecider } from '../second-factor/second-factor.decider.js';

@Controller('commands')
export class RemoveSecondFactorOfController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  /** For somebody who has lost it, recovery codes and all. */
  @Post('remove-second-factor-of')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'remove-second-factor-of', RemoveSecondFactorOf, ({ wanted, by }) => ({
      of: personStream(wanted.personId),
      decider: secondFactorDecider,
      seen: seenOf(request, wanted.personId),
      sealedFor: [wanted.personId],
      command: { ...by, type: 'RemoveSecondFactorOf' as const, ...wanted },
      alongside: ({ client }) => deleteSecondFactor(client, wanted.personId),
    }));
  }
}
