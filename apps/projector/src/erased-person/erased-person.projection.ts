import type { Projection } from '#projection/projection.js';
import { scrubComments } from '#read-models/comment-thread/scrub-comments.js';
import type { ErasedPersonRow } from '#read-models/erased-person/erased-person.entity.js';
import { scrubNickHistory } from '#read-models/nick-history/scrub-nick-history.js';
import { scrubPersonHistory } from '#read-models/person-history/scrub-person-history.js';
import { saveErasedPeople } from '#read-models/erased-person/save-erased-people.js';
import { deleteDraftsOf } from '#read-models/draft/delete-drafts-of.js';
import { deleteMuted } from '#read-models/muted/delete-muted.js';
import { deleteFavorites } from '#read-models/favorite/delete-favorites.js';
import { deleteFollowings } from '#read-models/profile/delete-followings.js';
import { deleteCommentDocumentsOf } from '#read-models/search-document/delete-search-documents.js';
import { deleteThreadVisits } from '#read-models/thread-visit/delete-thread-visits.js';

/**
 * Erased people, from the users topic. An erasure also scrubs rows from other streams: what the person wrote, whom they
 * follow, who follows them, which threads they have visited, their favourites and drafts.
 */
export const erasedPerson: Projection<ErasedPersonRow> = {
  name: 'erased-person',
  rowIds: (event) => (event.type === 'PersonErased' ? [event.data.personId] : []),
  evolve: (_row, _event, personId) => ({ personId }),
  save: async (client, rows) => {
    const personIds = rows.map(({ personId }) => personId);
    await saveErasedPeople(client, rows);
    await scrubComments(client, personIds);
    await deleteCommentDocumentsOf(client, personIds);
    await scrubPersonHistory(client, personIds);
    await scrubNickHistory(client, personIds);
    await deleteFollowings(client, personIds);
    await deleteThreadVisits(client, personIds);
    await deleteFavorites(client, personIds);
    await deleteMuted(client, personIds);
    await deleteDraftsOf(client, personIds);
  },
};
