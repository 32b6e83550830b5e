import type { BroadsideEvent, EventType, FactOf, OpenedEvent } from '#contracts/events.js';
import { answers as all, type Answer } from '#read-models/shown/answer.js';
import { isStaff } from '#contracts/people/staff-roles.js';
import type { ActivityKind } from '#read-models/shown/article-activity.entity.js';

/** Which of the answers to readers who are not signed in an event changes. */
export interface ShownChange {
  /** One article: its own answers, and its place in lists; without a kind it is no news. */
  article?: { articleId: string; kind: ActivityKind | undefined; commentId: number | null };
  /** Kinds of answers of which each may change. */
  answers?: readonly Answer[];
  /** The same if the person that the event is about is erased: they are shown as erased. */
  ifErased?: readonly Answer[];
  /** A person of whom nothing was projected before. Their comments and articles may have arrived earlier. */
  introduced?: string;
}

/** Their list, and what articles say of theirs. */
const sections = (): ShownChange => ({ answers: ['site', 'lists', 'articles'] });
const nothing = (): ShownChange => ({});
/** The site itself shows nobody. */
const ofPeople = all.filter((answer) => answer !== 'site');
const ofArticle = (
  kind: ActivityKind | undefined,
  articleId: string,
  commentId: number | null = null,
): ShownChange => ({
  article: { articleId, kind, commentId },
  answers: ['lists'],
});
/** How the same is shown: by another version of the thesaurus. */
const shownAnew = ({ articleId }: { articleId: string }): ShownChange => ofArticle(undefined, articleId);
/** How many have the article among their favourites. */
const counted = ({ articleId }: { articleId: string }): ShownChange => ofArticle(undefined, articleId);
const introduction = ({ personId }: { personId: string }): ShownChange => ({ introduced: personId });
const registration = ({ personId, roles }: { personId: string; roles: readonly string[] }): ShownChange => ({
  introduced: personId,
  ...(isStaff(roles) && link()),
});
const name = (): ShownChange => ({ answers: ['lists', 'articles', 'threads-current'], ifErased: ofPeople });
const nick = (): ShownChange => ({ answers: ['threads-current'], ifErased: ofPeople });
/** The account that a guest's comments belong to. */
const link = (): ShownChange => ({ answers: ['threads', 'threads-current'] });
/** What threads show beside the name. */
const role = ({ role }: { role: string }): ShownChange => (isStaff([role]) ? link() : {});

const changes = {
  ArticlePublished: ({ articleId }) => ofArticle('article-published', articleId),
  ArticleRevised: ({ articleId }) => ofArticle('article-revised', articleId),
  ArticleRepinned: shownAnew,
  ArticleWithdrawn: ({ articleId }) => ofArticle('article-withdrawn', articleId),
  ArticleFavorited: counted,
  ArticleUnfavorited: counted,
  CommentsClosed: ({ articleId }) => ofArticle('comments-closed', articleId),
  CommentsReopened: ({ articleId }) => ofArticle('comments-reopened', articleId),
  // No news: it closes or opens later, or not at all.
  CommentsClosingSet: ({ articleId }) => ofArticle(undefined, articleId),
  ArticleDrafted: nothing,
  ArticleSubmitted: nothing,
  SubmissionReturned: nothing,
  ArticleScheduled: nothing,
  ArticleUnscheduled: nothing,
  DraftDiscarded: nothing,
  SectionOpened: sections,
  SectionChanged: sections,
  // Articles tell when comments close.
  SiteDescribed: ({ commentsCloseAfterDays: closing }) => ({
    answers: closing === undefined ? ['site'] : ['site', 'lists', 'articles'],
  }),
  // Articles stay as they are pinned, and nobody keeps an answer with entries.
  GlossDefined: nothing,
  SubstitutionDefined: nothing,
  EntryRetired: nothing,
  CommentPosted: ({ articleId, commentId, heldBecause }) =>
    heldBecause === undefined ? ofArticle('comment-shown', articleId, commentId) : {},
  CommentApproved: ({ articleId, commentId }) => ofArticle('comment-shown', articleId, commentId),
  CommentEdited: ({ articleId, commentId, wasShown, heldBecause }) =>
    wasShown ? ofArticle(heldBecause === undefined ? 'comment-edited' : 'comment-hidden', articleId, commentId) : {},
  CommentDeleted: ({ articleId, commentId, wasShown }) =>
    wasShown ? ofArticle('comment-deleted', articleId, commentId) : {},
  ThreadVisited: nothing,
  GuestIntroduced: introduction,
  UserRegistered: registration,
  ProfileChanged: name,
  NickPicked: nick,
  OriginalNickRestored: nick,
  GuestLinked: link,
  GuestUnlinked: link,
  PersonErased: () => ({ answers: ofPeople }),
  PasswordChanged: nothing,
  PasswordResetIssued: nothing,
  SecondFactorSetUp: nothing,
  SecondFactorRemoved: nothing,
  PersonFollowed: nothing,
  PersonUnfollowed: nothing,
  MutesChanged: nothing,
  SessionsEnded: nothing,
  RoleGranted: role,
  RoleRevoked: role,
  PersonWarned: nothing,
  PersonSuspended: nothing,
  PersonBanned: nothing,
  PersonPremoderated: nothing,
  PersonReinstated: nothing,
  ErasureRequested: nothing,
  ErasureCancelled: nothing,
  AddressRangeSuspended: nothing,
  AddressRangeBanned: nothing,
  AddressRangePremoderated: nothing,
  AddressRangeReinstated: nothing,
} satisfies { [Type in EventType]: (data: FactOf<Type>['data']) => ShownChange };

/** Decides by an event's type and facts alone. */
export const shownChange = ({ type, data }: BroadsideEvent | OpenedEvent): ShownChange =>
  (changes[type] as (data: unknown) => ShownChange)(data);
