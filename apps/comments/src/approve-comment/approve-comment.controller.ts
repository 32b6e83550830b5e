import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ApproveComment } from '#contracts/comments/comment.commands.js';
import { commentStream } from '../comment/comment-stream.js';
import { commentDecider } from '../comment/comment.decider.js';

@Controller('commands')
export class ApproveCommentController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('approve-comment')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'approve-comment', ApproveComment, ({ wanted, by }) => ({
      of: commentStream(wanted.commentId),
      decider: commentDecider,
      command: { ...by, type: 'ApproveComment' as const },
    }));
  }
}
