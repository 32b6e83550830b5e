import { randomUUIDv7 } from 'node:crypto';
import type { ArticleImported, ImportArticles } from '#contracts/articles/article.commands.js';
import type { DataOf } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import type { Append, EventMetadata, EventStore } from '#event-store/event-store.js';
import type { PoolClient } from 'pg';
import { reserveSlug } from '../article/reserve-slug.js';
import { slugOf } from '../article/slug.js';
import { findImportedArticles, nameOf } from './find-imported-articles.js';
import { rememberImportedArticles } from './remember-imported-articles.js';

type Imported = ImportArticles['articles'][number];

/**
 * Publishes an archive's articles with their original times, each once however often it is sent, in one transaction.
 * @returns what became of each, in the order given.
 */
export async function importArticles(
  store: EventStore<PoolClient>,
  importerId: string,
  articles: Imported[],
  metadata: EventMetadata,
): Promise<ArticleImported[]> {
  return store.transact(async ({ client, append }) => {
    const known = await findImportedArticles(
      client,
      articles.map(({ provenance }) => provenance),
    );
    const appends: Append[] = [];
    const results: ArticleImported[] = [];
    const fresh: { source: string; externalId: string; articleId: string }[] = [];
    for (const article of articles) {
      const { source, externalId } = article.provenance;
      const earlier = known.get(nameOf(source, externalId));
      if (earlier) {
        results.push({ ...earlier, added: false });
        continue;
      }
      const articleId = randomUUIDv7();
      const slug = await reserveSlug(client, slugOf(article.slug), articleId);
      appends.push(toAppend(article, articleId, slug, importerId));
      fresh.push({ source, externalId, articleId });
      known.set(nameOf(source, externalId), { articleId, slug, version: 1 });
      results.push({ articleId, slug, version: 1, added: true });
    }
    await append(appends, metadata);
    await rememberImportedArticles(client, fresh);
    return results;
  });
}

function toAppend(article: Imported, articleId: string, slug: string, importerId: string): Append {
  const { title, description, body, format, tagList, publishedAt, commentsClosed, provenance } = article;
  const data: DataOf<'ArticlePublished'> = {
    articleId,
    slug,
    title,
    description,
    body,
    format,
    tagList,
    authorId: article.authorId ?? importerId,
    commentsClosed,
    actor: { kind: 'system', rule: 'import' },
    provenance,
  };
  return {
    stream: `article-${articleId}`,
    expectedVersion: 0,
    topic: topics.articles.name,
    key: articleId,
    events: [{ id: randomUUIDv7(), type: 'ArticlePublished', occurredAt: publishedAt, data }],
  };
}
