import { notFound, Problem } from '#http/problem.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { readWhereArticleWent } from '#read-models/article-slug/read-where-article-went.js';

/** An article has another slug now: `Location` leads there. */
export class FormerSlug extends Problem {
  constructor(
    readonly slug: string,
    rest = '',
  ) {
    super(301, {
      detail: 'The article has another slug now.',
      // An article may get a former slug back: a redirect that is kept would lead round in a circle.
      headers: { Location: `/api/articles/${encodeURIComponent(slug)}${rest}`, 'Cache-Control': 'no-cache' },
    });
  }

  /** The same for an address below the article's: the rest of it stays. */
  under(url: string): FormerSlug {
    return new FormerSlug(this.slug, url.replace(/^\/api\/articles\/[^/?]*/, ''));
  }
}

/**
 * Why no article has a slug: a 404; `FormerSlug`; a 410 if it was withdrawn and readers are told why. Whoever deletes
 * gives no reason.
 */
export async function whyMissing(lookUps: Queryable, slug: string): Promise<Problem> {
  const went = await readWhereArticleWent(lookUps, slug);
  if (went === undefined) return notFound('article');
  if (went.slug !== null) return new FormerSlug(went.slug);
  const { reason, withdrawnAt } = went;
  if (reason === null) return notFound('article');
  const more = { reason, withdrawnAt: withdrawnAt?.toISOString() };
  return new Problem(410, { detail: 'The article was withdrawn.', errors: { article: ['was withdrawn'] }, more });
}
