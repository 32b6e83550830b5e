import type { DraftImported } from '#contracts/articles/article.commands.js';
import type { Sending } from '../send-articles.js';
import type { SpooledArticle } from '../spooled.js';
import { countDraft } from './count-drafts.js';
import type { DraftToSend } from './to-draft.js';

export interface SentDraft extends DraftToSend {
  spooled: SpooledArticle;
}

/** Counts what became of a draft, and reports under which id it is found. What is public here is not counted as a draft. */
export function takeDraft(
  { spooled: { file, article }, draft }: SentDraft,
  { articleId, added, isPublic }: DraftImported,
  { tally, report }: Pick<Sending, 'tally' | 'report'>,
): void {
  const about = { id: article.externalId, file, ...(articleId !== null && { articleId }) };
  const whyNot = articleId === null ? 'by somebody who was erased' : isPublic && publicHere;
  if (whyNot) {
    const reason = `draft, ${whyNot}`;
    countDraft(tally, article, draft, -1);
    tally.skip(reason);
    report({ reason, ...about });
    return;
  }
  if (added) tally.drafts.added += 1;
  report({ reason: `draft, ${article.unpublished?.as === 'private' ? 'private' : 'imported'}`, ...about });
}

/** Its archive published it when it came in, or somebody did here: a rerun withdraws nothing. */
const publicHere = 'is public here: withdraw it, unless it was published on purpose';
