import type { ClientBase } from 'pg';
import type { Article } from './article.decider.js';
import { findOwnSlug } from './find-own-slug.js';
import { reserveSlug } from './reserve-slug.js';
import { slugOf } from './slug.js';
import { requireMayChange, type Editorial } from './who-publishes.rules.js';

interface Retitling {
  articleId: string;
  article: Article;
  /** Undefined: the title stays. */
  title: string | undefined;
  editorial: Editorial;
}

/**
 * The slug of an article with another title, reserved for it: one that it had before if that is of this title. The slugs it
 * had stay reserved, and lead to it.
 * @throws Rejection if the caller may not change the article: then nothing is reserved.
 */
export async function slugAfter(
  client: ClientBase,
  { articleId, article, title, editorial }: Retitling,
): Promise<string> {
  if (article.kind !== 'published') return '';
  requireMayChange(editorial, article);
  if (title === undefined || slugOf(title) === slugOf(article.content.title)) return article.slug;
  const wanted = slugOf(title);
  return (await findOwnSlug(client, wanted, articleId)) ?? (await reserveSlug(client, wanted, articleId));
}
