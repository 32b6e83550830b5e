import type { ArticleChanges, PublishArticle as Wanted } from '#contracts/articles/article.commands.js';
import type { Provenance } from '#contracts/event-data.js';
import type { ArticleEvent, ArticleFact } from '#contracts/events.js';
import { longestHouseBody, type House } from '#contracts/thesaurus/house-entry.js';
import type { Decider } from '#decider/decider.js';
import { happened, type Given } from '#decider/given.js';
import { conflict, notFound } from '#decider/rejection.js';
import { afterClosing, decideOnClosing, newClosing, type Closing, type ClosingCommand } from './closing.rules.js';
import { changedContent, contentOf, type Content } from './content.js';
import { bytesTold, counted, requireFewRevisions, requireRoomInArticle, type TimesADay } from './how-often.rules.js';
import {
  afterDraft,
  decideOnDraft,
  requireTheirs,
  startDraft,
  type DraftCommand,
  type DraftFact,
  type DraftState,
} from '../draft/draft.rules.js';
import { requireMayChange, requireMayPublish, requirePublished, type Editorial } from './who-publishes.rules.js';

export interface PublishArticle extends Given, Omit<Wanted, 'source'> {
  type: 'PublishArticle';
  articleId: string;
  /** The slug that was reserved for it. */
  slug: string;
  authorId: string;
  source?: Content['source'];
  /** Set for an import: whether comments are closed from the start, and where the article is from. */
  commentsClosed?: boolean;
  provenance?: Provenance;
  /** Not for an import, nor at the time that a draft is scheduled for. */
  editorial?: Editorial;
  /** Whether it was a draft before. */
  isDraft?: boolean;
  /** What of the thesaurus it is pinned to. */
  house?: House | undefined;
}

export interface ReviseArticle extends Given {
  type: 'ReviseArticle';
  articleId: string;
  changes: ArticleChanges;
  /** The slug that is reserved for the title it then has. */
  slug: string;
  editorial: Editorial;
  /** What it then says is pinned to. */
  house?: House | undefined;
}

export type ArticleCommand =
  | PublishArticle
  | ReviseArticle
  | DraftCommand
  | (Given & { type: 'WithdrawArticle'; articleId: string; reason?: string | undefined; editorial: Editorial })
  | (Given & { type: 'RepinArticle'; articleId: string; house: House | undefined })
  | ClosingCommand;

export interface Published extends Closing {
  kind: 'published';
  authorId: string;
  slug: string;
  content: Content;
  house: House | undefined;
  /** Undefined before the first. */
  revised: TimesADay | undefined;
  /** Of all that it has said since its publication. */
  bytes: number;
}

export type Article = { kind: 'unpublished' } | DraftState | { kind: 'discarded' } | Published | { kind: 'withdrawn' };

/** The rules of an article. Saying what it says changes nothing. */
export const articleDecider: Decider<Article, ArticleCommand, ArticleEvent, ArticleFact> = {
  initialState: { kind: 'unpublished' },
  evolve: (article, event) => {
    if (event.type === 'ArticlePublished') {
      const { slug, authorId, commentsClosed, house } = event.data;
      const content = contentOf(event.data);
      const done = { ...newClosing(commentsClosed), revised: undefined, bytes: bytesTold(event.data) };
      return { kind: 'published', slug, authorId, content, house, ...done };
    }
    if (isOfDraft(event)) return afterDraft(article.kind === 'draft' ? article : undefined, event);
    return article.kind === 'published' ? afterChange(article, event) : article;
  },
  decide: (command, article) => {
    if (command.type === 'PublishArticle') return publish(command, article);
    if (isDraftCommand(command)) return changeDraft(command, article);
    return change(command, requirePublished(article));
  },
};

const draftFacts: Record<DraftFact['type'], true> = {
  ArticleDrafted: true,
  ArticleSubmitted: true,
  SubmissionReturned: true,
  ArticleScheduled: true,
  ArticleUnscheduled: true,
  DraftDiscarded: true,
};
const isOfDraft = (event: ArticleFact): event is DraftFact => event.type in draftFacts;

const draftCommands: Record<DraftCommand['type'], true> = {
  SaveDraft: true,
  SubmitDraft: true,
  ReturnSubmission: true,
  ScheduleDraft: true,
  UnscheduleDraft: true,
  DiscardDraft: true,
};
const isDraftCommand = (command: ArticleCommand): command is DraftCommand => command.type in draftCommands;

function publish(command: PublishArticle, article: Article): ArticleEvent[] {
  const { editorial, isDraft = false } = command;
  if (isDraft) {
    if (article.kind !== 'draft') throw notFound('DraftUnknown', 'draft');
    if (editorial) requireTheirs(article.authorId, editorial);
    if (editorial) requireMayPublish(editorial);
    return [published({ ...command, authorId: article.authorId })];
  }
  if (editorial) requireMayPublish(editorial);
  if (article.kind !== 'unpublished') throw conflict('ArticlePublishedAlready', 'this article is published');
  return [published(command)];
}

function changeDraft(command: DraftCommand, article: Article): ArticleEvent[] {
  if (command.type === 'SaveDraft' && command.isNew) return [startDraft(command)];
  if (article.kind !== 'draft') throw notFound('DraftUnknown', 'draft');
  return decideOnDraft(command, article);
}

function afterChange(
  article: Published,
  event: Exclude<ArticleFact, DraftFact | { type: 'ArticlePublished' }>,
): Article {
  switch (event.type) {
    case 'ArticleRevised': {
      const { slug, house } = event.data;
      return { ...article, slug, content: contentOf(event.data), house, ...toldOnceMore(article, event) };
    }
    case 'ArticleRepinned':
      return { ...article, house: event.data.house, ...toldOnceMore(article, event) };
    case 'ArticleWithdrawn':
      return { kind: 'withdrawn' };
    case 'CommentsClosed':
    case 'CommentsReopened':
    case 'CommentsClosingSet':
      return { ...article, ...afterClosing(article, event) };
  }
}

const toldOnceMore = (article: Published, { occurredAt, data }: { occurredAt: string; data: object }) => ({
  ...{ revised: counted(article.revised, occurredAt), bytes: article.bytes + bytesTold(data) },
});

function change(command: Exclude<ArticleCommand, PublishArticle | DraftCommand>, article: Published): ArticleEvent[] {
  const { articleId } = command;
  switch (command.type) {
    case 'ReviseArticle':
      return revise(command, article);
    case 'WithdrawArticle': {
      requireMayChange(command.editorial, article);
      const { reason } = command;
      return [happened(command, 'ArticleWithdrawn', { articleId, ...(reason !== undefined && { reason }) })];
    }
    case 'RepinArticle':
      return repin(command, article);
    case 'CloseComments':
    case 'ReopenComments':
    case 'SetCommentsClosing':
      return decideOnClosing(command, article);
  }
}

function revise(command: ReviseArticle, article: Published): ArticleEvent[] {
  const { articleId, changes, slug, editorial, house, at } = command;
  requireMayChange(editorial, article);
  const content = changedContent(article.content, changes);
  if (content === undefined) return [];
  requireFewRevisions(article.revised, at);
  requireRoomInArticle(article.bytes);
  return [happened(command, 'ArticleRevised', { articleId, slug, ...content, ...(house && { house }) })];
}

function repin(
  command: Extract<ArticleCommand, { type: 'RepinArticle' }>,
  { slug, content, house: before, revised, bytes }: Published,
): ArticleEvent[] {
  const { articleId, house, at } = command;
  if (content.body.length > longestHouseBody) {
    throw conflict('TooLongForHouse', `The house view is of articles of ${longestHouseBody} characters at most.`);
  }
  if (house === undefined || house.version === before?.version) return [];
  requireFewRevisions(revised, at);
  requireRoomInArticle(bytes);
  return [happened(command, 'ArticleRepinned', { articleId, slug, ...content, house })];
}

function published(command: PublishArticle): ArticleEvent {
  const { ids, at, actor, articleId, slug, authorId, commentsClosed = false, provenance, house } = command;
  return happened({ ids, at, actor }, 'ArticlePublished', {
    ...{ articleId, slug, ...contentOf(command), authorId, commentsClosed },
    ...(provenance && { provenance }),
    ...(house && { house }),
  });
}
