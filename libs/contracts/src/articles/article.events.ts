import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { eventData } from '../event-data.js';
import { personal } from '../personal.js';
import { House } from '../thesaurus/house-entry.js';
import { ToldClosesAfter } from './closing.js';

/** Where an excerpt is from. */
export const ArticleSource = z.object({
  name: z.string(),
  url: z.string().optional(),
  author: z.string().optional(),
  publishedOn: z.string().optional().describe('a day, as 2026-01-02'),
});

/** What an article says. */
export const articleContent = {
  title: z.string(),
  description: z.string(),
  body: z.string().describe('as entered'),
  format: BodyFormat,
  tagList: z.array(z.string()),
  source: ArticleSource.optional(),
  sectionId: z.uuid().optional(),
  remark: z.string().optional().describe('of whoever filed it, in Markdown as entered; no part of the source'),
};

const house = House.optional().describe('the version of the thesaurus that it is pinned to; none: no house view');

const example = {
  articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051',
  actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' },
};

export const ArticlePublished = eventData(
  {
    articleId: z.uuid(),
    slug: z.string(),
    ...articleContent,
    authorId: z.uuid(),
    commentsClosed: z.boolean().describe('closed from the start; an import only'),
    house,
  },
  'An article is on the site; the first event of its stream, unless it was a draft before.',
);

export const ArticleRevised = eventData(
  { articleId: z.uuid(), slug: z.string().describe('another one if the title is another'), ...articleContent, house },
  'An article on the site says this from now on, all of it.',
  {
    ...example,
    slug: 'harbour-bridge-stuck-again',
    ...{ title: 'Harbour bridge stuck again', description: 'Until dusk.', body: 'It opened at noon.', format: 'text' },
    ...{ tagList: ['harbour'], source: { name: 'The Harbour Gazette', publishedOn: '2026-01-02' }, remark: 'Again.' },
  },
);

export const ArticleWithdrawn = eventData(
  { articleId: z.uuid(), reason: z.string().optional().describe('as readers are told; none: it was deleted') },
  'An article is not on the site any more; the last event of its stream.',
  { ...example, reason: 'The source has taken it back.' },
);

export const ArticleRepinned = eventData(
  { articleId: z.uuid(), slug: z.string(), ...articleContent, house: House },
  'An article is shown by another version of the thesaurus; what it says is as it was, and repeated.',
  {
    ...example,
    slug: 'harbour-bridge-stuck-again',
    ...{ title: 'Harbour bridge stuck again', description: 'Until dusk.', body: 'It opened at noon.', format: 'text' },
    ...{ tagList: ['harbour'], house: { version: 7, entries: [] } },
  },
);

export const CommentsClosed = eventData(
  { articleId: z.uuid(), reason: z.enum(['editor', 'age']) },
  'From now on the article takes no comments.',
);

export const CommentsReopened = eventData(
  { articleId: z.uuid() },
  'The article takes comments again, whatever its age, until it is closed or told when to close.',
);

export const CommentsClosingSet = eventData(
  { articleId: z.uuid(), afterDays: ToldClosesAfter.describe('after publication; null: what its section says') },
  'The article takes comments for so many days, unless an editor has closed it.',
);

export const articleEvents = {
  ArticlePublished,
  ArticleRevised,
  ArticleRepinned,
  ArticleWithdrawn,
  CommentsClosed,
  CommentsReopened,
  CommentsClosingSet,
};

export const ArticleDrafted = eventData(
  {
    articleId: z.uuid(),
    authorId: z.uuid(),
    draft: personal('draft', 'authorId').describe('what it says, as JSON with the fields of `ArticleRevised`'),
  },
  'A draft says this from now on, all of it; the first of them is the first event of its stream.',
);

export const ArticleSubmitted = eventData(
  { articleId: z.uuid() },
  'The author of a draft wants it published; editors see it.',
  example,
);

/** Why a draft that was due was not published: it says too little, its section is closed, or nobody may publish it. */
export const ReturnReason = z.enum(['incomplete', 'section', 'scheduler', 'other']);
export type ReturnReason = z.infer<typeof ReturnReason>;

export const SubmissionReturned = eventData(
  {
    ...{ articleId: z.uuid(), authorId: z.uuid(), note: personal('note', 'authorId').optional() },
    reason: ReturnReason.optional().describe('why it could not be published when it was due; by the system alone'),
  },
  'An editor gives a submission back to its author, or the system one that could not be published when it was due.',
);

export const ArticleScheduled = eventData(
  { articleId: z.uuid(), publishAt: z.iso.datetime() },
  'A draft will be published at a time.',
  { ...example, publishAt: '2026-01-03T06:00:00.000Z' },
);

export const ArticleUnscheduled = eventData(
  { articleId: z.uuid() },
  'A draft will not be published by itself any more.',
  example,
);

export const DraftDiscarded = eventData(
  { articleId: z.uuid() },
  'A draft is no more; the last event of its stream.',
  example,
);

/** In the stream of the article that the draft becomes. */
export const draftEvents = {
  ArticleDrafted,
  ArticleSubmitted,
  SubmissionReturned,
  ArticleScheduled,
  ArticleUnscheduled,
  DraftDiscarded,
};

const pair = { articleId: z.uuid(), personId: z.uuid() };
const examplePair = { ...example, personId: example.actor.id };

/** In the stream of the pair. */
export const favoriteEvents = {
  ArticleFavorited: eventData(pair, 'An account has an article among its favourites.', examplePair),
  ArticleUnfavorited: eventData(pair, 'An account has an article among its favourites no more.', examplePair),
};
