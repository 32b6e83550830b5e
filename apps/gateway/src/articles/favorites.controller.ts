import { Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
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
@Controller('api/articles/:slug/favorite')
export class FavoritesController {
  constructor(@Inject(ChangedArticles) private readonly changed: ChangedArticles) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an article among my favourites; guests have none' })
  @Gives(200, 'It is one', ArticleAnswer)
  @Refuses(403, 404, 410)
  favorite(@Param('slug') slug: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.changed.change('favorite-article', slug, caller, exchange);
  }

  @Delete()
  @ApiOperation({ summary: 'Take an article from my favourites' })
  @Gives(200, 'It is none', ArticleAnswer)
  @Refuses(403, 404, 410)
  unfavorite(@Param('slug') slug: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.changed.change('unfavorite-article', slug, caller, exchange);
  }
}
