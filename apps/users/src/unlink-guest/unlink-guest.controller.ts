import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { UnlinkGuest } from '#contracts/people/account.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { linkDecider } from '../standing/link.decider.js';
import { dropLink } from './drop-link.js';

@Controller('commands')
export class UnlinkGuestController {
  constructor(@Inject(PersonCommands) private readonly commands: PersonCommands) {}

  @Post('unlink-guest')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'unlink-guest');
    const wanted = parseBody(UnlinkGuest, body);
    const { personId } = wanted;
    const data = { personId, actor: actorOf(caller) };
    const event = { id: randomUUIDv7(), type: 'GuestUnlinked' as const, data };
    return this.commands.run({
      ...{ request, caller, personId, wanted, decider: linkDecider },
      command: (_, occurredAt) => ({ type: 'UnlinkGuest' as const, event: { ...event, occurredAt } }),
      alongside: async ({ client }, events) => {
        if (events.length > 0) await dropLink(client, personId);
      },
    });
  }
}
