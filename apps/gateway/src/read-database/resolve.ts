import { Inject, Injectable } from '@nestjs/common';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import type { Versions } from '#commands/consistency-token.js';
import { notFound } from '#http/problem.js';
import { LookUps } from './read-database.js';

/** Finds what a command is about, and the version that its service must have received before it decides. */
@Injectable()
export class Resolve {
  constructor(@Inject(LookUps) private readonly lookUps: LookUps) {}

  /** @throws Problem 404 when no article has the slug. */
  async article(slug: string): Promise<{ articleId: string; known: Versions }> {
    const article = await resolveArticle(this.lookUps, slug);
    if (article === undefined) throw notFound('article');
    return { articleId: article.articleId, known: { [`article-${article.articleId}`]: article.version } };
  }
}
