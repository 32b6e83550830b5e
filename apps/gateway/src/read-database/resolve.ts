import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import type { Versions } from '#service/consistency-token.js';
import { notFound } from '#service/problem.js';
import { READ_POOL } from './read-database.js';

/** Finds what a command is about, and the version its service must have heard of before it decides. */
@Injectable()
export class Resolve {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** @throws Problem 404 when no article has the slug. */
  async article(slug: string): Promise<{ articleId: string; known: Versions }> {
    const article = await resolveArticle(this.pool, slug);
    if (article === undefined) throw notFound('article');
    return { articleId: article.articleId, known: { [`article-${article.articleId}`]: article.version } };
  }
}
