import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { Decided } from '#commands/stream-of.js';
import type { PersonEvent } from '#contracts/events.js';
import { LinkGuest } from '#contracts/people/account.commands.js';
import type { PersonNow } from '../person/person.state.js';
import { GuestLinks } from './guest-links.js';

@Controller('commands')
export class LinkGuestController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(GuestLinks) private readonly links: GuestLinks,
  ) {}

  @Post('link-guest')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'link-guest', LinkGuest, async ({ wanted: { token }, caller, by }) => {
      const guestId = await this.links.guestOf(token, 'token');
      const link = { guestId, accountId: caller.personId };
      return {
        ...this.links.decisionOf(link, by),
        sealedFor: [guestId],
        sameIn: { guestId },
        alongside: (transaction, decided: Decided<PersonNow, PersonEvent>) =>
          this.links.note(transaction, link, decided),
      };
    });
  }
}
