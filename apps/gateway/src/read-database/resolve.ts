import { Inject, Injectable } from '@nestjs/common';
import { readWhereArticleWent } from '#read-models/article-slug/read-where-article-went.js';
import { resolveArticle } from '#read-models/article-page/resolve-article.js';
import type { Versions } from '#commands/consistency-token.js';
import { whyMissing } from './why-missing.js';
import { LookUps } from './read-database.js';

/** Finds what a command is about, and the version that its service must have received before it decides. */
@Injectable()
export class Resolve {
  constructor(@Inject(LookUps) private readonly lookUps: LookUps) {}

  /**
   * The article that a slug leads to, be it a former one, with its present one.
   * @throws Problem 404 if there is none; 410 if it was withdrawn, with the reason.
   */
  async article(slug: string): Promise<{ articleId: string; slug: string; known: Versions }> {
    const article = await resolveArticle(this.lookUps, slug);
    if (article === undefined) throw await whyMissing(this.lookUps, slug);
    const { articleId, version } = article;
    return { articleId, slug: article.slug, known: { [`article-${articleId}`]: version } };
  }

  /** The same also of what was withdrawn: to who repeats that, the service gives its first answer again. */
  async articleOnceThere(slug: string): Promise<string> {
    const article = (await resolveArticle(this.lookUps, slug)) ?? (await readWhereArticleWent(this.lookUps, slug));
    if (article === undefined) throw await whyMissing(this.lookUps, slug);
    return article.articleId;
  }
}
