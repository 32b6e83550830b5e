import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { notFound } from '#service/problem.js';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import type { Versions } from '#service/consistency-token.js';
import { readStreamVersion } from './read-stream-version.js';
import { READ_POOL } from './read-database.js';

/** Finds what a command is about, and the versions its service must have heard of before it decides. */
@Injectable()
export class Resolve {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** @throws Problem 404 when no article has the slug. */
  async articleAndPerson(slug: string, personId: string): Promise<{ articleId: string; known: Versions }> {
    const person = `person-${personId}`;
    const [article, personVersion] = await Promise.all([
      resolveArticle(this.pool, slug),
      readStreamVersion(this.pool, person),
    ]);
    if (article === undefined) throw notFound('article');
    // A good token proves that the person exists, even where the read database has not heard of them yet.
    const known = { [`article-${article.articleId}`]: article.version, [person]: personVersion ?? 1 };
    return { articleId: article.articleId, known };
  }
}
