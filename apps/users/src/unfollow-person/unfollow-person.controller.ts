import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { FollowPerson } from '#contracts/people/account.commands.js';
import type { StreamNow } from '#commands/stream-of.js';
import { followingDecider, type Following } from '../following/following.decider.js';
import { followingStream, versionsOf } from '../following/following-stream.js';

@Controller('commands')
export class UnfollowPersonController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('unfollow-person')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'unfollow-person', FollowPerson, ({ wanted, caller: { personId }, by }) => {
      const pair = { followerId: personId, followedId: wanted.followedId };
      const pairOf = { personId, ...wanted };
      return {
        of: followingStream(pair),
        decider: followingDecider,
        command: { ...by, type: 'UnfollowPerson' as const, ...pairOf },
        answer: (decided: StreamNow<Following>) => versionsOf(pair, decided),
      };
    });
  }
}
