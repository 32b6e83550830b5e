import type { DraftImported } from '#contracts/articles/article.commands.js';
import { inBatches } from '../in-batches.js';
import { authorOf, filedBy, nameOf, sendAuthors, type Results, type Sending } from '../send-articles.js';
import { takeDraft, type SentDraft } from './take-draft.js';
import { toDraft } from './to-draft.js';

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
    for (const [index, result] of body.results.entries()) takeDraft(batch[index] as SentDraft, result, sending);
  }
}

function* draftsToSend({ spool, filing }: Sending): Generator<SentDraft> {
  for (const spooled of spool.drafts()) {
    const draft = toDraft(spooled, filedBy(filing, spooled.article));
    // What is not sent was counted before.
    if (typeof draft !== 'string') yield { ...draft, spooled };
  }
}
