import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ClosingOfArticle } from '#contracts/articles/article.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { ArticleAnswer } from './article.answers.js';
import { ChangedArticles } from './changed-articles.js';

const Wanted = z.object({ comments: ClosingOfArticle });

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
  @ApiOperation({ summary: 'Reopen the comments of an article, whatever its age' })
  @Gives(200, 'Open again', ArticleAnswer)
  @Refuses(404, 410)
  reopen(@Param('slug') slug: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.changed.change('reopen-comments', slug, caller, exchange);
  }

  @Put('comments-closing')
  @ApiOperation({ summary: 'Say when the comments of an article close; what an editor has closed stays so' })
  @Takes(Wanted)
  @Gives(200, 'From now on they close then', ArticleAnswer)
  @Refuses(404, 410)
  set(@Param('slug') slug: string, @Body() body: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const more = () => parseBody(Wanted, body).comments;
    return this.changed.change('set-comments-closing', slug, caller, exchange, more);
  }
}
