import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { FollowPerson } from '#contracts/people/account.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { FollowingCommands } from '../following/following-commands.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { requireProfile } from './require-profile.js';

@Controller('commands')
export class FollowPersonController {
  constructor(
    @Inject(PersonCommands) private readonly people: PersonCommands,
    @Inject(FollowingCommands) private readonly followings: FollowingCommands,
  ) {}

  @Post('follow-person')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.people.callerOf(request, 'follow-person');
    const { followedId } = parseBody(FollowPerson, body);
    const data = { personId: caller.personId, followedId, actor: actorOf(caller) };
    const event = { id: randomUUIDv7(), type: 'PersonFollowed' as const, data };
    return this.followings.run({
      ...{ request, caller, followedId },
      command: async ({ client }, occurredAt) => {
        await requireProfile(client, followedId);
        return { type: 'FollowPerson' as const, event: { ...event, occurredAt } };
      },
    });
  }
}
