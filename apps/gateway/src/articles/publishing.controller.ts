import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { z } from 'zod';
import { PublishArticle } from '#contracts/articles/article.commands.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Write, type Written, Writes } from '../commands/writes.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { Resolve } from '../read-database/resolve.js';
import { ArticleAnswer } from './article.answers.js';
import { presentArticle } from './present-article.js';

const NewArticle = z.object({ article: PublishArticle });

@ApiTags('Articles')
@IsWrite()
@MayBeAccepted()
@Controller('api/articles')
export class PublishingController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Publish an article' })
  @Takes(NewArticle)
  @Gives(201, 'Published, and readable by everyone', ArticleAnswer)
  async publish(@Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { article } = parseBody(NewArticle, body);
    type Published = Written & { slug: string };
    const published = await this.writes.send<Published>(write, this.services.articles, 'publish-article', article);
    return this.show(write, published, published.slug);
  }

  @Post(':slug/close-comments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close the comments of an article' })
  @Gives(200, 'Closed: from now on comments are refused', ArticleAnswer)
  @Refuses(404)
  close(@Param('slug') slug: string, @InExchange() exchange: Exchange) {
    return this.change('close-comments', slug, exchange);
  }

  @Post(':slug/reopen-comments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Reopen the comments of an article' })
  @Gives(200, 'Open again', ArticleAnswer)
  @Refuses(404)
  reopen(@Param('slug') slug: string, @InExchange() exchange: Exchange) {
    return this.change('reopen-comments', slug, exchange);
  }

  private async change(name: string, slug: string, exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { articleId } = await this.resolve.article(slug);
    const changed = await this.writes.send(write, this.services.articles, name, { articleId });
    return this.show(write, changed, slug);
  }

  private show(write: Write, written: Written, slug: string) {
    return this.writes.show(write, written, async () => {
      const row = await readArticlePage(this.pool, slug);
      return row && { article: presentArticle(row) };
    });
  }
}
