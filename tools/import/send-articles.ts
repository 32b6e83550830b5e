import type { ArticleImported } from '#contracts/articles/article.commands.js';
import type { PersonImported } from '#contracts/people/person.commands.js';
import { archivedName } from '#contracts/published-name.js';
import type { GatewayClient } from '#tools/gateway/gateway-client.js';
import type { Progress } from '#tools/terminal/progress.js';
import { beginningOfTime, type ArchiveArticle, type ArchiveAuthor, type Skipped } from './archive.js';
import { inBatches } from './in-batches.js';
import type { Filing } from './sections/filing.js';
import type { Spool } from './spool.js';
import type { SpooledArticle } from './spooled.js';
import type { Tally } from './tally.js';

export interface Sending {
  gateway: GatewayClient;
  spool: Spool;
  /** Existing articles are counted already; new ones are added to it. */
  tally: Tally;
  progress: Progress;
  /** None if no mapping of categories is given. */
  filing: Filing | undefined;
  /** Takes what is skipped or reparented. */
  report: (skipped: Skipped) => void;
}

export interface Results<Result> {
  results: Result[];
}

/** The time an article gets: its own, or that of its earliest comment. */
export const timeOf = ({ article, firstCommentAt }: SpooledArticle) =>
  article.publishedAt ?? firstCommentAt ?? beginningOfTime;

/** Sends the articles, each after its author. @param authors takes the authors' ids. @returns article ids by item. */
export async function sendArticles(sending: Sending, authors: Map<string, string>): Promise<Map<number, string>> {
  const { gateway, spool, tally, progress, filing } = sending;
  const ids = new Map<number, string>();
  const drafts: SpooledArticle[] = [];
  for (const batch of inBatches(spool.articles())) {
    await sendAuthors(gateway, batch, authors, tally);
    const articles = batch.map((spooled) => {
      const { externalId, author: _, unpublished: __, provenance, ...article } = spooled.article;
      const author = authorOf(spooled.article);
      const { source } = spooled;
      return {
        ...article,
        ...filedBy(filing, spooled.article),
        publishedAt: timeOf(spooled),
        authorId: author && authors.get(nameOf(source, author)),
        provenance: { ...provenance, source, externalId },
      };
    });
    const { body } = await gateway.send<Results<ArticleImported>>('POST', '/api/imports/articles', { articles });
    for (const [index, { articleId, slug, added }] of body.results.entries()) {
      ids.set(batch[index]?.item ?? 0, articleId);
      if (slug === null) drafts.push(batch[index] as SpooledArticle);
      if (added) tally.articles.added += 1;
    }
    progress.say('articles', ids.size, tally.articles.here);
  }
  for (const each of drafts) leaveOutComments(each, sending);
  return ids;
}

/** What is a draft here, as an earlier export had it, has no comments. */
function leaveOutComments({ item, file, article }: SpooledArticle, { spool, tally, report }: Sending): void {
  const comments = spool.dropComments(item);
  const reason = 'article, a draft here';
  tally.articles.here -= 1;
  tally.comments.here -= comments;
  tally.skip(reason, comments);
  report({ reason, id: article.externalId, file, comments });
}

/** Its section and tags by the mapping; as they are without one. */
export const filedBy = (filing: Filing | undefined, article: ArchiveArticle) => {
  if (filing === undefined) return {};
  const { section, tagList } = filing.file(article);
  return { tagList, sectionId: section === undefined ? undefined : filing.ids.get(section) };
};

/** The author of an article; none if the name has no visible character. */
export const authorOf = ({ author }: ArchiveArticle): ArchiveAuthor | undefined =>
  author && archivedName(author.name) !== '' ? author : undefined;

/** Identifies an author across all archives. */
export const nameOf = (source: string, { name, email = '' }: ArchiveAuthor) => JSON.stringify([source, name, email]);

/** Sends the authors of a batch that were not sent before, and stores their person ids. */
export async function sendAuthors(
  gateway: GatewayClient,
  batch: SpooledArticle[],
  known: Map<string, string>,
  tally: Tally,
): Promise<void> {
  for (const [source, ofSource] of Map.groupBy(batch, (spooled) => spooled.source)) {
    const people = new Map<string, object>();
    for (const spooled of ofSource) {
      const author = authorOf(spooled.article);
      const name = author && nameOf(source, author);
      if (name !== undefined && !known.has(name) && !people.has(name)) {
        people.set(name, { ...author, account: true, firstSeenAt: timeOf(spooled) });
      }
    }
    if (people.size === 0) continue;
    const request = { source, people: [...people.values()] };
    const { body } = await gateway.send<Results<PersonImported>>('POST', '/api/imports/people', request);
    for (const [index, name] of [...people.keys()].entries()) {
      const { personId = '', added = false } = body.results[index] ?? {};
      known.set(name, personId);
      if (added) tally.authors.added += 1;
    }
  }
}
