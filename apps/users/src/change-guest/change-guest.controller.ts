import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ChangeGuest } from '#contracts/people/guest.commands.js';
import { peekName } from '../person/peek-name.js';
import { personDecider } from '../person/person.decider.js';
import { personStream } from '../person/person-stream.js';
import type { PersonBefore } from '../person/read-person.js';
import { guestDetailsOf } from './guest-details.js';

@Controller('commands')
export class ChangeGuestController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('change-guest')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'change-guest', ChangeGuest, ({ wanted, caller: { personId }, by }) => ({
      of: personStream(personId),
      decider: personDecider,
      sealedFor: [personId],
      command: async ({ client, keys }, before: PersonBefore) => {
        const { name } = wanted;
        const standing = name === undefined ? undefined : await peekName(client, this.pseudonymKey, { name, personId });
        const details = guestDetailsOf(before, keys.get(personId));
        return { ...by, type: 'ChangeGuest' as const, personId, wanted, details, nameStanding: standing };
      },
    }));
  }
}
