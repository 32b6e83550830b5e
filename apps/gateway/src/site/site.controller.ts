import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { notFound } from '#service/problem.js';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { readCommentThread } from '#read-models/comment-thread/read-comment-thread.js';
import { presentArticle, presentArticleInList } from '../articles/present-article.js';
import { COMMENT_NAMES } from '../comments/comment-names.js';
import { presentComment } from '../comments/present-comment.js';
import { READ_POOL } from '../read-database/read-database.js';
import { frontPage } from './front-page.js';
import { pagePolicy } from './page.js';
import { threadPage } from './thread-page.js';

const latest = { limit: 50, offset: 0 };

/** Where a person looks after the start: the site in its smallest form, without scripts. */
@ApiExcludeController()
@Controller()
export class SiteController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(COMMENT_NAMES) private readonly names: CommentNames,
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
  async thread(@Param('slug') slug: string): Promise<string> {
    const article = await readArticlePage(this.pool, slug);
    if (article === undefined) throw notFound('article');
    const comments = await readCommentThread(this.pool, slug, this.names);
    return threadPage(presentArticle(article), (comments ?? []).map(presentComment));
  }
}
