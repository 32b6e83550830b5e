import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { StreamNow } from '#commands/stream-of.js';
import { DeleteComment } from '#contracts/comments/comment.commands.js';
import { commentStream } from '../comment/comment-stream.js';
import { commentDecider, type Comment } from '../comment/comment.decider.js';
import { isTheirs } from '../comment/is-theirs.js';
import { mayDeleteOthers } from './may-delete-others.js';

@Controller('commands')
export class DeleteCommentController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('delete-comment')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'delete-comment', DeleteComment, ({ wanted, caller, by, at }) => ({
      of: commentStream(wanted.commentId),
      decider: commentDecider,
      command: async ({ client }, { state }: StreamNow<Comment>) => ({
        ...{ ...by, type: 'DeleteComment' as const, ...wanted },
        isTheirs: await isTheirs(client, state, caller.personId),
        isStaff: mayDeleteOthers(caller, at),
      }),
    }));
  }
}
