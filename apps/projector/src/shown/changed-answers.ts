import type { EventType } from '#contracts/events.js';
import type { Answer } from '#read-models/shown/answer.js';

const ofArticle = ['lists', 'articles', 'threads', 'threads-current'] as const;

/**
 * The versions that an event of each type changes, for an article with comments of Ada, a guest linked to the account
 * Grace.
 */
export const changed: Record<EventType, readonly Answer[]> = {
  ArticlePublished: ofArticle,
  ArticleRevised: ofArticle,
  ArticleRepinned: ofArticle,
  ArticleWithdrawn: ofArticle,
  ArticleFavorited: ofArticle,
  ArticleUnfavorited: ofArticle,
  CommentsClosed: ofArticle,
  CommentsReopened: ofArticle,
  ArticleDrafted: [],
  ArticleSubmitted: [],
  SubmissionReturned: [],
  ArticleScheduled: [],
  ArticleUnscheduled: [],
  DraftDiscarded: [],
  SectionOpened: ['lists', 'articles', 'site'],
  SectionChanged: ['lists', 'articles', 'site'],
  SiteDescribed: ['site'],
  GlossDefined: [],
  SubstitutionDefined: [],
  EntryRetired: [],
  CommentPosted: ofArticle,
  CommentApproved: ofArticle,
  ThreadVisited: [],
  // People of whom something is projected already; the account is an editor.
  GuestIntroduced: ['lists', 'articles', 'threads-current'],
  UserRegistered: ['threads', 'threads-current'],
  ProfileChanged: ['lists', 'articles', 'threads-current'],
  NickPicked: ['threads-current'],
  OriginalNickRestored: ['threads-current'],
  GuestLinked: ['threads', 'threads-current'],
  GuestUnlinked: ['threads', 'threads-current'],
  PersonErased: ofArticle,
  PasswordChanged: [],
  PasswordResetIssued: [],
  SecondFactorSetUp: [],
  SecondFactorRemoved: [],
  PersonFollowed: [],
  PersonUnfollowed: [],
  MutesChanged: [],
  SessionsEnded: [],
  RoleGranted: ['threads', 'threads-current'],
  RoleRevoked: ['threads', 'threads-current'],
  PersonWarned: [],
  PersonSuspended: [],
  PersonBanned: [],
  PersonPremoderated: [],
  PersonReinstated: [],
  ErasureRequested: [],
  ErasureCancelled: [],
  AddressRangeSuspended: [],
  AddressRangeBanned: [],
  AddressRangePremoderated: [],
  AddressRangeReinstated: [],
};
