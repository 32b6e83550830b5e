import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { UnfavoriteArticle } from '#contracts/articles/article.commands.js';
import { isPublished } from '../article/is-published.js';
import { favoriteStream } from '../favorite/favorite-stream.js';
import { favoriteDecider } from '../favorite/favorite.decider.js';

@Controller('commands')
export class UnfavoriteArticleController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('unfavorite-article')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'unfavorite-article',
      UnfavoriteArticle,
      ({ wanted: { articleId }, caller: { personId }, by }) => ({
        of: favoriteStream(articleId, personId),
        decider: favoriteDecider,
        command: async ({ client }) => {
          const articleIsThere = await isPublished(client, articleId);
          return { ...by, type: 'UnfavoriteArticle' as const, articleId, personId, articleIsThere };
        },
      }),
    );
  }
}
