import { nameOf } from './send-articles.js';
import type { Spool } from './spool.js';
import type { Tally } from './tally.js';

/** Counts what comes in, and what names an article that does not. */
export function countArchive(spool: Spool, tally: Tally): void {
  const { persons } = spool.count();
  tally.persons.here = persons;
  const authors = new Set<string>();
  for (const { article, source } of spool.articles()) {
    if (article.author) authors.add(nameOf(source, article.author));
    tally.articles.here += 1;
    if (article.commentsClosed) tally.articles.closed += 1;
    if (article.publishedAt === null) tally.articles.undated += 1;
  }
  tally.authors.here = authors.size;
  const { comments } = tally;
  for (const { isReply, reparented, depth, comment } of spool.comments()) {
    comments.here += 1;
    if (isReply) comments.replies += 1;
    if (reparented) comments.reparented += 1;
    if (comment.website !== undefined) comments.withWebsite += 1;
    comments.depth = Math.max(comments.depth, depth);
  }
}
