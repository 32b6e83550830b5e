import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CloseComments } from '#contracts/articles/article.commands.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { ChangeArticle } from '../article/change-article.js';

@Controller('commands')
export class CloseCommentsController {
  constructor(@Inject(ChangeArticle) private readonly change: ChangeArticle) {}

  @Post('close-comments')
  @HttpCode(200)
  handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return this.change.run(request, 'close-comments', () => parseBody(CloseComments, body).articleId);
  }
}
