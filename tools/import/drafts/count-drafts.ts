import type { ArchiveArticle, Skipped } from '../archive.js';
import { authorOf, nameOf } from '../send-articles.js';
import type { Filing } from '../sections/filing.js';
import type { Spool } from '../spool.js';
import type { Tally } from '../tally.js';
import { toDraft, type DraftToSend } from './to-draft.js';

export interface CountingDrafts {
  spool: Spool;
  tally: Tally;
  filing: Filing | undefined;
  /** Takes their authors. */
  authors: Set<string>;
  report: (skipped: Skipped) => void;
}

/** Counts what would come in as drafts, and reports what would not, or not at its time. */
export function countDrafts({ spool, tally, filing, authors, report }: CountingDrafts): void {
  for (const spooled of spool.drafts()) {
    const { article, source, file } = spooled;
    const about = { id: article.externalId, file };
    const counted = toDraft(spooled, {});
    if (typeof counted === 'string') {
      tally.skip(counted);
      report({ reason: counted, ...about });
      continue;
    }
    filing?.file(article);
    const author = authorOf(article);
    if (author) authors.add(nameOf(source, author));
    countDraft(tally, article, counted.draft, 1);
    if (counted.unfit !== undefined) report({ reason: `draft, not published at its time: ${counted.unfit}`, ...about });
  }
}

/** @param by -1 takes back what was counted. */
export function countDraft(
  { drafts }: Tally,
  { unpublished }: ArchiveArticle,
  { publishAt, submitted }: DraftToSend['draft'],
  by: 1 | -1,
): void {
  drafts.here += by;
  if (publishAt !== undefined) drafts.scheduled += by;
  else if (submitted) drafts.submitted += by;
  if (unpublished?.as === 'private') drafts.private += by;
}
