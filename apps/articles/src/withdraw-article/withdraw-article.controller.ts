import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { seenOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { WithdrawArticle } from '#contracts/articles/article.commands.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider } from '../article/article.decider.js';
import { checkTheirs } from '../article/check-theirs.js';
import { editorialOf } from '../article/editorial-of.js';

@Controller('commands')
export class WithdrawArticleController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('withdraw-article')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'withdraw-article', WithdrawArticle, ({ wanted, caller, by }) => ({
      of: articleStream(wanted.articleId),
      decider: articleDecider,
      seen: seenOf(request),
      check: checkTheirs(caller),
      command: async ({ client }) => {
        const editorial = await editorialOf(client, caller);
        return { ...by, type: 'WithdrawArticle' as const, ...wanted, editorial };
      },
    }));
  }
}
