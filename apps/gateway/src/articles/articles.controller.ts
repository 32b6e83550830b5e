import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { notFound } from '#http/problem.js';
import type { z } from 'zod';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { parseBody } from '#http/validate.js';
import { BigAnswers, mostBytesAtOnce } from '../answers/big-answers.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, Refuses } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ArticleAnswer, ArticlesAnswer } from './article.answers.js';
import { PageOfList } from '../answers/page-of-list.js';
import { presentArticle, presentArticleInList } from './present-article.js';

@ApiTags('Articles')
@Controller('api/articles')
export class ArticlesController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(BigAnswers) private readonly big: BigAnswers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Articles without their bodies, newest first' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @Gives(200, 'A page, and how many there are in all', ArticlesAnswer)
  @IsRead()
  @Refuses(422)
  async list(@Query() query: unknown, @Req() request: FastifyRequest): Promise<z.infer<typeof ArticlesAnswer>> {
    const page = parseBody(PageOfList, query);
    await this.consistency.meet(request);
    const { articles, articlesCount } = await readArticleList(this.pool, page);
    return { articles: articles.map(presentArticleInList), articlesCount };
  }

  @Get(':slug')
  @ApiOperation({ summary: 'One article' })
  @Gives(200, 'The article', ArticleAnswer)
  @IsRead()
  @Refuses(404)
  async read(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof ArticleAnswer>> {
    await this.consistency.meet(request);
    const row = await readArticlePage(this.pool, slug);
    if (row === undefined) throw notFound('article');
    const length = row.body.length + row.bodyHtml.length;
    if (length > mostBytesAtOnce) this.big.admit(reply, length);
    return { article: presentArticle(row) };
  }
}
