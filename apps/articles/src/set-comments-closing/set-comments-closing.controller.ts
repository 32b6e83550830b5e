import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { SetCommentsClosing } from '#contracts/articles/article.commands.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider } from '../article/article.decider.js';

@Controller('commands')
export class SetCommentsClosingController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('set-comments-closing')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'set-comments-closing', SetCommentsClosing, ({ wanted, by }) => ({
      of: articleStream(wanted.articleId),
      decider: articleDecider,
      command: { ...by, type: 'SetCommentsClosing' as const, ...wanted },
    }));
  }
}
