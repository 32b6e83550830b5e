import type { DraftImported } from '#contracts/articles/article.commands.js';
import { inBatches } from '../in-batches.js';
import { authorOf, filedBy, nameOf, sendAuthors, type Results, type Sending } from '../send-articles.js';
import type { SpooledArticle } from '../spooled.js';
import { toDraft, type DraftToSend } from './to-draft.js';

interface Spooled extends DraftToSend {
  spooled: SpooledArticle;
}

/** Sends what is not public as drafts, each after its author, and reports under which id each is found. */
export async function sendDrafts(sending: Sending, authors: Map<string, string>): Promise<void> {
  const { gateway, tally } = sending;
  for (const batch of inBatches(draftsToSend(sending))) {
    await sendAuthors(
      gateway,
      batch.map(({ spooled }) => spooled),
      authors,
      tally,
    );
    const drafts = batch.map(({ spooled, draft }) => {
      const author = authorOf(spooled.article);
      return { ...draft, authorId: author && authors.get(nameOf(spooled.source, author)) };
    });
    const { body } = await gateway.send<Results<DraftImported>>('POST', '/api/imports/drafts', { drafts });
    for (const [index, result] of body.results.entries()) takeResult(batch[index] as Spooled, result, sending);
  }
}

function* draftsToSend({ spool, filing }: Sending): Generator<Spooled> {
  for (const spooled of spool.drafts()) {
    const draft = toDraft(spooled, filedBy(filing, spooled.article));
    // What is not sent was counted before.
    if (typeof draft !== 'string') yield { ...draft, spooled };
  }
}

function takeResult({ spooled }: Spooled, { articleId, added }: DraftImported, { tally, report }: Sending): void {
  const { file, article } = spooled;
  const about = { id: article.externalId, file };
  if (articleId === null) {
    const reason = 'draft, by somebody who was erased';
    tally.drafts.here -= 1;
    tally.skip(reason);
    report({ reason, ...about });
    return;
  }
  if (added) tally.drafts.added += 1;
  report({ reason: `draft, ${article.unpublished?.as === 'private' ? 'private' : 'imported'}`, ...about, articleId });
}
