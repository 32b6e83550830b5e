import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { notFound } from '#http/problem.js';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { parseBody } from '#http/validate.js';
import { presentArticle, presentArticleInList } from '../articles/present-article.js';
import { BigAnswers, maxBytesAtOnce } from '../answers/big-answers.js';
import { PageOfThread } from '../comments/page-of-thread.js';
import { presentTuple } from '../comments/present-comment.js';
import { Threads } from '../comments/threads.js';
import { READ_POOL } from '../read-database/read-database.js';
import { frontPage } from './front-page.js';
import { pagePolicy } from './page.js';
import { threadPage } from './thread-page.js';

const latest = { limit: 50, offset: 0 };

/** The site in its smallest form, without scripts, to look at after the first start. */
@ApiExcludeController()
@Controller()
export class SiteController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(BigAnswers) private readonly big: BigAnswers,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', pagePolicy)
  async front(): Promise<string> {
    const { articles } = await readArticleList(this.pool, latest);
    return frontPage(articles.map(presentArticleInList));
  }

  @Get('articles/:slug')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', pagePolicy)
  async thread(
    @Param('slug') slug: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { after } = parseBody(PageOfThread, query);
    const article = await readArticlePage(this.pool, slug);
    if (article === undefined) throw notFound('article');
    if (article.bodyHtml.length > maxBytesAtOnce) this.big.admit(reply, article.bodyHtml.length);
    const { tuples, behind } = await this.threads.smallPage(reply, slug, { after });
    return threadPage(presentArticle(article), tuples.map(presentTuple), behind);
  }
}
