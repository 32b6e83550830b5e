import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { DraftArticle } from '#contracts/articles/article.commands.js';
import { articleStream } from '../article/article-stream.js';
import { contentOf } from '../article/content.js';
import { onDraft } from '../draft/on-draft.js';

@Controller('commands')
export class DraftArticleController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('draft-article')
  @HttpCode(201)
  handle(@Req() request: CommandRequest) {
    const articleId = randomUUIDv7();
    return this.commands.run(request, 'draft-article', DraftArticle, ({ wanted, caller, by }) => ({
      ...onDraft(request, articleId, caller, (editorial) => {
        const draft = JSON.stringify(contentOf(wanted));
        return { ...by, type: 'SaveDraft' as const, articleId, draft, editorial, isNew: true };
      }),
      of: { ...articleStream(articleId), isNew: true },
      sealedFor: [caller.personId],
      answer: () => ({ articleId }),
    }));
  }
}
