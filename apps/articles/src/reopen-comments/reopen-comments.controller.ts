import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ReopenComments } from '#contracts/articles/article.commands.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider } from '../article/article.decider.js';

@Controller('commands')
export class ReopenCommentsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('reopen-comments')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'reopen-comments', ReopenComments, ({ wanted: { articleId }, by }) => ({
      of: articleStream(articleId),
      decider: articleDecider,
      command: { ...by, type: 'ReopenComments' as const, articleId },
    }));
  }
}
