import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { LinkGuest } from '#contracts/people/account.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { PersonCommands } from '../person/person-commands.js';
import { linkDecider } from '../standing/link.decider.js';
import { GuestLinks } from './guest-links.js';

@Controller('commands')
export class LinkGuestController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(GuestLinks) private readonly links: GuestLinks,
  ) {}

  @Post('link-guest')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'link-guest');
    const { token } = parseBody(LinkGuest, body);
    const guestId = await this.links.guestOf(token, 'token');
    const link = { guestId, accountId: caller.personId };
    return this.commands.run({
      ...{ request, caller, personId: guestId, wanted: { guestId }, decider: linkDecider },
      command: (_, at) => this.links.commandOf(link, at),
      alongside: ({ client }, events, guest) => this.links.note(client, link, events, guest),
    });
  }
}
