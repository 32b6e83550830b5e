import type { ClientBase } from 'pg';
import type { ImportArticles } from '#contracts/articles/article.commands.js';
import { slugOf } from '../article/slug.js';
import { findImportedArticles, nameOf, type ImportedArticle } from './find-imported-articles.js';

type Imported = ImportArticles['articles'][number];

const sql = `SELECT stream, data->>'title' AS title FROM events WHERE stream = ANY($1) AND version = 1`;

/**
 * Finds articles that were imported under the names of an earlier version of the importer. That version gave undated posts
 * with the same number the same name. So the title must match too, and the slug must be made of the article's own, with or
 * without a number.
 */
export async function findFormerlyImported(
  client: ClientBase,
  articles: Imported[],
): Promise<Map<Imported, ImportedArticle>> {
  const wanted = articles.flatMap((article) => {
    const { formerExternalId, provenance } = article;
    return formerExternalId === undefined ? [] : [{ article, source: provenance.source, externalId: formerExternalId }];
  });
  if (wanted.length === 0) return new Map();
  const known = await findImportedArticles(client, wanted);
  const streams = [...known.values()].map(({ articleId }) => `article-${articleId}`);
  const { rows } = await client.query<{ stream: string; title: string }>(sql, [streams]);
  const titles = new Map(rows.map(({ stream, title }) => [stream, title]));
  return new Map(
    wanted.flatMap(({ article, source, externalId }) => {
      const earlier = known.get(nameOf(source, externalId));
      if (!earlier || titles.get(`article-${earlier.articleId}`) !== article.title) return [];
      return isSlugOf(earlier.slug ?? '', slugOf(article.slug)) ? [[article, earlier] as const] : [];
    }),
  );
}

const isSlugOf = (slug: string, wanted: string) =>
  slug === wanted || (slug.startsWith(`${wanted}-`) && /^\d+$/.test(slug.slice(wanted.length + 1)));
