import { setImmediate as turn } from 'node:timers/promises';
import { archivedName } from '#contracts/published-name.js';
import type { Skipped } from './archive.js';
import type { Filing } from './sections/filing.js';
import { countDrafts } from './drafts/count-drafts.js';
import { authorOf, nameOf } from './send-articles.js';
import type { Spool } from './spool.js';
import type { Reparented } from './spooled.js';
import type { Tally } from './tally.js';

/** Comments between two checks for a signal. */
const checkedEvery = 1_000;

const why = new Map<Reparented, string>([
  ['lost', 'its parent did not come with it'],
  ['circle', 'it was part of a circle'],
  ['itself', 'it named itself'],
]);

/** Whether a part of a name is not shown. */
const isMended = (name = '') => archivedName(name) !== name.trim();

/**
 * Counts what would be imported, and comments that name a missing article. @param report takes each reply that became
 * top-level. @param filing takes which sections are needed.
 */
export async function countArchive(
  spool: Spool,
  tally: Tally,
  report: (reparented: Skipped) => void,
  filing?: Filing,
): Promise<void> {
  const { persons } = spool.count();
  tally.persons.here = persons;
  const authors = new Set<string>();
  for (const { article, source } of spool.articles()) {
    const author = authorOf(article);
    filing?.file(article);
    if (author) authors.add(nameOf(source, author));
    if (isMended(article.author?.name)) tally.namesMended += 1;
    tally.articles.here += 1;
    if (article.commentsClosed) tally.articles.closed += 1;
    if (article.publishedAt === null) tally.articles.undated += 1;
  }
  countDrafts({ spool, tally, filing, authors, report });
  tally.authors.here = authors.size;
  tally.sections.here = filing?.used.size ?? 0;
  tally.passedOver = spool.passedOver;
  const { comments } = tally;
  for (const { isReply, reparented, isTimeless, depth, comment, file, line } of spool.comments()) {
    comments.here += 1;
    if (comments.here % checkedEvery === 0) await turn();
    if (isReply) comments.replies += 1;
    if (isTimeless) comments.timeless += 1;
    if (isMended(comment.name)) tally.namesMended += 1;
    if (comment.website !== undefined) comments.withWebsite += 1;
    comments.depth = Math.max(comments.depth, depth);
    if (reparented === null) continue;
    tally.reparented[reparented] += 1;
    const { externalId: id, parentExternalId: parent = '' } = comment;
    report({ reason: `comment, reparented: ${why.get(reparented)}`, id, file, line, parent });
  }
}
