import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { FollowPerson } from '#contracts/people/account.commands.js';
import type { StreamNow } from '#commands/stream-of.js';
import { followingDecider, type Following } from '../following/following.decider.js';
import { followingStream, versionsOf } from '../following/following-stream.js';
import { peekPerson } from '../person/read-person.js';

@Controller('commands')
export class FollowPersonController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('follow-person')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'follow-person', FollowPerson, ({ wanted, caller: { personId }, by }) => {
      const pair = { followerId: personId, followedId: wanted.followedId };
      const pairOf = { personId, ...wanted };
      return {
        of: followingStream(pair),
        decider: followingDecider,
        command: async ({ client }) => {
          const { state } = await peekPerson(client, wanted.followedId);
          return { ...by, type: 'FollowPerson' as const, ...pairOf, hasProfile: state.kind === 'account' };
        },
        answer: (decided: StreamNow<Following>) => versionsOf(pair, decided),
      };
    });
  }
}
