import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { seenOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { StreamNow } from '#commands/stream-of.js';
import { RepinArticle } from '#contracts/thesaurus/thesaurus.commands.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider, type Article } from '../article/article.decider.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';

@Controller('commands')
export class RepinArticleController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('repin-article')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'repin-article', RepinArticle, ({ wanted: { articleId }, by }) => ({
      of: articleStream(articleId),
      decider: articleDecider,
      seen: seenOf(request),
      command: async ({ client }, { state }: StreamNow<Article>) => {
        const isThere = state.kind === 'published';
        const house = isThere ? await this.thesaurus.houseFor(client, state.content) : undefined;
        return { ...by, type: 'RepinArticle' as const, articleId, house };
      },
    }));
  }
}
