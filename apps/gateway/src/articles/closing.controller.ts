import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity/caller.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Gives, IsWrite, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { ArticleAnswer } from './article.answers.js';
import { ChangedArticles } from './changed-articles.js';

@ApiTags('Articles')
@IsWrite()
@MayBeAccepted()
@Controller('api/articles/:slug')
export class ClosingController {
  constructor(@Inject(ChangedArticles) private readonly changed: ChangedArticles) {}

  @Post('close-comments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close the comments of an article' })
  @Gives(200, 'Closed: from now on comments are refused', ArticleAnswer)
  @Refuses(404, 410)
  close(@Param('slug') slug: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.changed.change('close-comments', slug, caller, exchange);
  }

  @Post('reopen-comments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Reopen the comments of an article' })
  @Gives(200, 'Open again', ArticleAnswer)
  @Refuses(404, 410)
  reopen(@Param('slug') slug: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.changed.change('reopen-comments', slug, caller, exchange);
  }
}
