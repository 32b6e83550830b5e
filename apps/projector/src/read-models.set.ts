import type { EventType } from '#contracts/events.js';
import { partitionOf, topics } from '#contracts/topics.js';
import type { Keyring } from '#keyring/keyring.js';
import type { Handling, ProjectionSet } from '#projection/projection.js';
import { defaultReadSet, readGroupOf } from '#read-models/read-set.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';
import { addressRange } from './address-range/address-range.projection.js';
import { articlePage } from './article-page/article-page.projection.js';
import { articleSlug } from './article-page/article-slug.projection.js';
import { articleTag } from './article-page/article-tag.projection.js';
import { formerPath } from './article-page/former-path.projection.js';
import { withdrawnArticle } from './article-page/withdrawn-article.projection.js';
import { loadBatchContext, type BatchContext } from './batch-context.js';
import { commentCount } from './comment-thread/comment-count.projection.js';
import { commentHandling } from './comment-thread/comment-handling.js';
import { commentShown } from './comment-thread/comment-shown.projection.js';
import { commentState } from './comment-thread/comment-state.projection.js';
import { commentText } from './comment-thread/comment-text.projection.js';
import { commenter } from './commenter/commenter.projection.js';
import { commentsByPerson } from './commenter/comments-by-person.projection.js';
import { draft } from './draft/draft.projection.js';
import { foldedStream } from './folded-stream/folded-stream.projection.js';
import { erasedPerson } from './erased-person/erased-person.projection.js';
import { nickHistory } from './nick-history/nick-history.projection.js';
import { personHistory } from './person-history/person-history.projection.js';
import { muted } from './muted/muted.projection.js';
import { favorite } from './favorite/favorite.projection.js';
import { following } from './profile/following.projection.js';
import { endedSession } from './session/ended-session.projection.js';
import { searchDocument } from './search-document/search-document.projection.js';
import { section } from './section/section.projection.js';
import { threadVisit } from './thread-visit/thread-visit.projection.js';
import { siteIdentity } from './site-identity/site-identity.projection.js';
import { thesaurusEntry } from './thesaurus-entry/thesaurus-entry.projection.js';
import { lockErasures } from '#read-models/erased-person/lock-erasures.js';
import { fillArticleTags } from '#read-models/article-tag/fill-article-tags.js';
import { fillShownSince } from '#read-models/comment-thread/fill-shown-since.js';
import { findStreamsBehind } from '#read-models/folded-stream/find-streams-behind.js';
import { fillSearchAnew } from '#read-models/search-document/fill-search-documents.js';
import { answers } from '#read-models/shown/answer.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { articleActivity } from './shown/article-activity.projection.js';
import { articleHead } from './shown/article-head.projection.js';
import { siteHead } from './shown/site-head.projection.js';

/** All read models. @param set its name; each connection it is given must have this schema as its search_path. */
export const readModels = (
  keyring: Keyring,
  renderer: Pick<BodyRenderer, 'render'>,
  set = defaultReadSet,
): ProjectionSet<BatchContext> => ({
  schema: set,
  group: readGroupOf(set),
  projections: [
    articlePage,
    articleSlug,
    articleTag,
    formerPath,
    withdrawnArticle,
    favorite,
    draft,
    foldedStream,
    section,
    commentState,
    commentShown,
    commentText,
    commentCount,
    commenter,
    commentsByPerson,
    nickHistory,
    personHistory,
    erasedPerson,
    following,
    muted,
    endedSession,
    addressRange,
    siteIdentity,
    thesaurusEntry,
    threadVisit,
    articleActivity,
    searchDocument,
    siteHead,
  ],
  handling: {
    ArticlePublished: 'fold',
    ArticleRevised: 'fold',
    ArticleRepinned: 'fold',
    ArticleWithdrawn: 'fold',
    ArticleDrafted: 'fold',
    ArticleSubmitted: 'fold',
    SubmissionReturned: 'fold',
    ArticleScheduled: 'fold',
    ArticleUnscheduled: 'fold',
    DraftDiscarded: 'fold',
    ArticleFavorited: 'fold',
    ArticleUnfavorited: 'fold',
    CommentsClosed: 'fold',
    CommentsReopened: 'fold',
    CommentsClosingSet: 'fold',
    SectionOpened: 'fold',
    SectionChanged: 'fold',
    SiteDescribed: 'fold',
    GlossDefined: 'fold',
    SubstitutionDefined: 'fold',
    EntryRetired: 'fold',
    ...commentHandling,
    ThreadVisited: 'fold',
    GuestIntroduced: 'fold',
    UserRegistered: 'fold',
    ProfileChanged: 'fold',
    PasswordChanged: 'ignore',
    PasswordResetIssued: 'fold',
    SecondFactorSetUp: 'fold',
    SecondFactorRemoved: 'fold',
    NickPicked: 'fold',
    OriginalNickRestored: 'fold',
    PersonFollowed: 'fold',
    PersonUnfollowed: 'fold',
    MutesChanged: 'fold',
    SessionsEnded: 'fold',
    GuestLinked: 'fold',
    GuestUnlinked: 'fold',
    RoleGranted: 'fold',
    RoleRevoked: 'fold',
    PersonWarned: 'fold',
    PersonSuspended: 'fold',
    PersonBanned: 'fold',
    PersonPremoderated: 'fold',
    PersonReinstated: 'fold',
    ErasureRequested: 'fold',
    ErasureCancelled: 'fold',
    PersonErased: 'fold',
    AddressRangeSuspended: 'fold',
    AddressRangeBanned: 'fold',
    AddressRangePremoderated: 'fold',
    AddressRangeReinstated: 'fold',
  } satisfies Record<EventType, Handling>,
  unknownTypes: 'park',
  // Who is erased meanwhile is waited for, or waits; `saveDrafts` then finds them erased, or they find the rows.
  beforeSaved: (client) => lockErasures(client, 'writing'),
  // An older version changes what readers see without raising its versions, and does not know since when, nor tags, nor search.
  takeOver: async (client) => {
    await fillShownSince(client);
    await fillArticleTags(client);
    await fillSearchAnew(client);
    await raiseSiteHeads(client, [...answers]);
  },
  behind: {
    topic: topics.articles.name,
    projections: [articlePage, articleTag, draft, section, siteIdentity, foldedStream, articleHead, searchDocument],
    find: async (pool) =>
      (await findStreamsBehind(pool)).map(({ key, ...found }) => ({ ...found, partition: partitionOf(key) })),
    whenSaved: (client) => raiseSiteHeads(client, [...answers]),
  },
  loadContext: (events, client) => loadBatchContext({ keyring, renderer }, events, client),
});
