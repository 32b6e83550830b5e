import { randomUUIDv7 } from 'node:crypto';
import type { ArticleImported, ImportArticles } from '#contracts/articles/article.commands.js';
import type { Append, EventMetadata } from '#event-store/event-store.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { articleStream } from '../article/article-stream.js';
import { articleDecider } from '../article/article.decider.js';
import { contentOf } from '../article/content.js';
import { reserveSlug } from '../article/reserve-slug.js';
import { slugOf } from '../article/slug.js';
import { requireSections } from '../section/require-sections.js';
import { findFormerlyImported } from './find-formerly-imported.js';
import { nameOf } from './find-imported-articles.js';
import { findImported } from './find-imported.js';
import { storeImportedArticles } from './store-imported-articles.js';

type Imported = ImportArticles['articles'][number];

export interface ImportPlace {
  store: SealingEventStore<PoolClient>;
  /** Of the hashes that drafts are known by. */
  pseudonymKey: Buffer;
}

/**
 * Publishes an archive's articles with their original times, each once however often it is sent, in one transaction.
 * @returns the result for each article, in the order given.
 */
export async function importArticles(
  { store, pseudonymKey }: ImportPlace,
  importerId: string,
  articles: Imported[],
  metadata: EventMetadata,
): Promise<ArticleImported[]> {
  return store.transact(async ({ client, append }) => {
    await requireSections(client, articles);
    const here = await findImported(
      client,
      pseudonymKey,
      articles.map(({ provenance }) => provenance),
    );
    const formerly = await findFormerlyImported(
      client,
      articles.filter((article) => !here.has(nameOfArticle(article))),
    );
    const fresh = new Map<string, Imported>();
    for (const article of articles) {
      const name = nameOfArticle(article);
      if (!here.has(name) && !formerly.has(article) && !fresh.has(name)) fresh.set(name, article);
    }
    const addresses = await reserveSlugs(client, fresh);
    const published = [...addresses].map(([name, address]) => ({ ...(fresh.get(name) as Imported), ...address }));
    await append(
      published.map((article) => toAppend(article, importerId)),
      metadata,
    );
    await storeImportedArticles(
      client,
      published.map(({ provenance, articleId }) => ({ ...provenance, articleId })),
    );
    return articles.map((article): ArticleImported => {
      const name = nameOfArticle(article);
      const earlier = here.get(name) ?? formerly.get(article);
      if (earlier) return { ...earlier, added: false };
      return { ...(addresses.get(name) as Address), version: 1, added: fresh.get(name) === article };
    });
  });
}

interface Address {
  articleId: string;
  slug: string;
}

const nameOfArticle = ({ provenance }: Imported) => nameOf(provenance.source, provenance.externalId);

/** Reserves an id and a slug for each. In the order of their slugs, so that two imports do not deadlock. */
async function reserveSlugs(client: PoolClient, fresh: Map<string, Imported>): Promise<Map<string, Address>> {
  const addresses = new Map<string, Address>(
    [...fresh.keys()].map((name) => [name, { articleId: randomUUIDv7(), slug: '' }]),
  );
  const wanted = [...fresh].map(([name, article]) => ({ name, slug: slugOf(article.slug) }));
  for (const { name, slug } of wanted.sort((one, other) =>
    one.slug < other.slug ? -1 : Number(one.slug > other.slug),
  )) {
    const address = addresses.get(name) as Address;
    address.slug = await reserveSlug(client, slug, address.articleId);
  }
  return addresses;
}

function toAppend(article: Imported & Address, importerId: string): Append {
  const { articleId, slug, publishedAt, commentsClosed, provenance } = article;
  const events = articleDecider.decide(
    {
      ...{ type: 'PublishArticle', ids: [randomUUIDv7()], at: publishedAt, actor: { kind: 'system', rule: 'import' } },
      ...{ articleId, slug, ...contentOf(article), commentsClosed, provenance },
      authorId: article.authorId ?? importerId,
    },
    articleDecider.initialState,
  );
  return { ...articleStream(articleId), key: articleId, expectedVersion: 0, events };
}
