import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ReopenComments } from '#contracts/articles/article.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { ChangeArticle } from '../article/change-article.js';

@Controller('commands')
export class ReopenCommentsController {
  constructor(@Inject(ChangeArticle) private readonly change: ChangeArticle) {}

  @Post('reopen-comments')
  @HttpCode(200)
  handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return this.change.run(request, 'reopen-comments', () => parseBody(ReopenComments, body).articleId);
  }
}
