import { scrubComments } from '#read-models/comment-thread/scrub-comments.js';
import { loadCommenters } from '#read-models/commenter/load-commenters.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { findErasedPeople } from '#read-models/erased-person/find-erased-people.js';
import { scrubNickHistory } from '#read-models/nick-history/scrub-nick-history.js';
import { scrubPersonHistory } from '#read-models/person-history/scrub-person-history.js';
import { answers } from '#read-models/shown/answer.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { lockErasures } from '#read-models/erased-person/lock-erasures.js';
import { deleteDraftsOf } from '#read-models/draft/delete-drafts-of.js';
import { deleteMuted } from '#read-models/muted/delete-muted.js';
import { deleteFavorites } from '#read-models/favorite/delete-favorites.js';
import { deleteFollowings } from '#read-models/profile/delete-followings.js';
import { deleteCommentDocumentsOf } from '#read-models/search-document/delete-search-documents.js';
import { deleteThreadVisits } from '#read-models/thread-visit/delete-thread-visits.js';
import { inTransaction } from '#postgres/in-transaction.js';
import type { Pool } from 'pg';
import { gone } from '../commenter/commenter.projection.js';

/** Scrubs people whose key is destroyed but whose erasure is not projected, because the read database was restored. */
export async function scrubRestored(pool: Pool, erased: string[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    await lockErasures(client, 'erasing');
    const known = await findErasedPeople(client, erased);
    const unknown = erased.filter((personId) => !known.has(personId));
    if (unknown.length === 0) return;
    await scrubComments(client, unknown);
    await deleteCommentDocumentsOf(client, unknown);
    await scrubPersonHistory(client, unknown);
    await scrubNickHistory(client, unknown);
    await deleteFollowings(client, unknown);
    await deleteThreadVisits(client, unknown);
    await deleteFavorites(client, unknown);
    await deleteMuted(client, unknown);
    await deleteDraftsOf(client, unknown);
    await saveCommenters(client, [...(await loadCommenters(client, unknown)).keys()].map(gone));
    await raiseSiteHeads(client, [...answers]);
  });
}
