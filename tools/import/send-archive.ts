import type { ArticleImported } from '#contracts/articles/article.commands.js';
import type { CommentImported } from '#contracts/comments/comment.commands.js';
import type { PersonImported } from '#contracts/people/person.commands.js';
import type { GatewayClient } from '#tools/gateway/gateway-client.js';
import { inBatches } from './in-batches.js';
import type { CommentLine } from './json-lines-format.js';
import type { Progress } from './progress.js';
import type { SpooledComment, Spool } from './spool.js';
import type { Tally } from './tally.js';

export interface Sending {
  gateway: GatewayClient;
  spool: Spool;
  source: string;
  tally: Tally;
  progress: Progress;
}

interface Results<Result> {
  results: Result[];
}

/** Sends the archive: articles, then level by level the comments, each batch after the people who wrote it. */
export async function sendArchive(sending: Sending): Promise<void> {
  const articleIds = await sendArticles(sending);
  await sendComments(sending, articleIds);
}

async function sendArticles({ gateway, spool, source, tally, progress }: Sending): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const total = spool.count().articles;
  for (const batch of inBatches(spool.articles())) {
    const articles = batch.map(({ article, firstCommentAt }) => {
      const { slug, title, commentsClosed, description, body, format, tags, permalink } = article;
      if (!article.publishedAt) tally.articles.undated += 1;
      if (commentsClosed) tally.articles.closed += 1;
      return {
        ...{ slug, title, commentsClosed, description, body, format, tagList: tags },
        publishedAt: article.publishedAt ?? firstCommentAt ?? new Date(0).toISOString(),
        provenance: { source, externalId: slug, permalink },
      };
    });
    const { body } = await gateway.send<Results<ArticleImported>>('POST', '/api/imports/articles', { articles });
    for (const [index, { articleId, added }] of body.results.entries()) {
      ids.set(articles[index]?.slug ?? '', articleId);
      tally.articles[added ? 'added' : 'known'] += 1;
    }
    progress.say('articles', ids.size, total);
  }
  return ids;
}

async function sendComments({ gateway, spool, source, tally, progress }: Sending, articleIds: Map<string, string>) {
  const total = spool.count().comments;
  const seen = new Set<string>();
  let sent = 0;
  for (const { slug, comments } of spool.strangers()) tally.skip(`comments of an unknown article, ${slug}`, comments);
  for (const batch of inBatches(spool.comments())) {
    for (const level of levels(batch)) {
      const people = level.map(({ line }) => toPerson(line));
      const answer = await gateway.send<Results<PersonImported>>('POST', '/api/imports/people', { source, people });
      const persons = answer.body.results;
      for (const { personId, added } of persons) {
        if (seen.has(personId)) continue;
        seen.add(personId);
        tally.persons[added ? 'added' : 'known'] += 1;
      }
      const comments = level.map((comment, index) => ({
        ...toComment(comment, source),
        articleId: articleIds.get(comment.line.articleSlug),
        personId: persons[index]?.personId,
      }));
      const { body } = await gateway.send<Results<CommentImported>>('POST', '/api/imports/comments', { comments });
      level.forEach((comment, index) => count(tally, comment, body.results[index]));
      sent += level.length;
      progress.say('comments', sent, total);
    }
  }
}

/** A batch may cross from one depth to the next: replies go after the parents in it. */
function levels(batch: SpooledComment[]): SpooledComment[][] {
  return [...Map.groupBy(batch, ({ depth }) => depth).values()];
}

const toPerson = ({ name, email, emailHash, website, postedAt }: CommentLine) => ({
  ...{ name, email, emailHash, website },
  firstSeenAt: postedAt,
});

const toComment = ({ line, reparented }: SpooledComment, source: string) => ({
  parentExternalId: reparented ? undefined : (line.parentId ?? undefined),
  name: line.name,
  website: line.website,
  body: line.body,
  format: line.format,
  postedAt: line.postedAt,
  provenance: { source, externalId: line.id },
});

function count(tally: Tally, { parent, reparented, depth, line }: SpooledComment, result: CommentImported | undefined) {
  const { comments } = tally;
  comments[result?.added ? 'added' : 'known'] += 1;
  if (parent !== null) comments.replies += 1;
  if (reparented) comments.reparented += 1;
  if (line.website !== undefined) comments.withWebsite += 1;
  comments.depth = Math.max(comments.depth, depth);
}
