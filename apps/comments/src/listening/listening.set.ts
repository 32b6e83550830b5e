import type {
  ArticleEvent,
  BroadsideEvent,
  FavoriteEvent,
  SectionEvent,
  SiteEvent,
  ThesaurusEvent,
} from '#contracts/events.js';
import type { Keyring } from '#keyring/keyring.js';
import { endedSession } from '#known-people/ended-session.projection.js';
import { knownAddressRange, type Networks } from '#known-people/known-address-range.projection.js';
import { knownPerson } from '#known-people/known-person.projection.js';
import { loadListeningContext } from '#known-people/load-listening-context.js';
import { peopleHandling } from '#known-people/people-handling.js';
import type { Handling, ProjectionSet } from '#projection/projection.js';
import { topics } from '#contracts/topics.js';
import { findStreamsBehind } from './find-streams-behind.js';
import { foldedStream } from './folded-stream.projection.js';
import { knownArticle } from './known-article.projection.js';
import { knownSection } from './known-section.projection.js';
import { knownSite } from './known-site.projection.js';
import { listeningSchema } from './listening-schema.js';

const ofArticles = [knownArticle, knownSection, knownSite, foldedStream] as const;
export const listeningProjections = [...ofArticles, knownPerson, endedSession, knownAddressRange] as const;

type ReplicatedType =
  keyof typeof peopleHandling | (ArticleEvent | FavoriteEvent | SectionEvent | SiteEvent | ThesaurusEvent)['type'];

/** The projection set of data that the comments service replicates from other services' topics. */
export const listeningSet = (keyring: Keyring): ProjectionSet<Networks, BroadsideEvent> => ({
  schema: listeningSchema,
  group: 'comments.listening',
  projections: listeningProjections,
  handling: {
    ...peopleHandling,
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
    ArticleFavorited: 'ignore',
    ArticleUnfavorited: 'ignore',
    CommentsClosed: 'fold',
    CommentsReopened: 'fold',
    CommentsClosingSet: 'fold',
    SectionOpened: 'fold',
    SectionChanged: 'fold',
    SiteDescribed: 'fold',
    GlossDefined: 'ignore',
    SubstitutionDefined: 'ignore',
    EntryRetired: 'ignore',
  } satisfies Record<ReplicatedType, Handling>,
  unknownTypes: 'skip',
  behind: { topic: topics.articles.name, projections: ofArticles, find: findStreamsBehind },
  loadContext: (events) => loadListeningContext(keyring, events),
});
