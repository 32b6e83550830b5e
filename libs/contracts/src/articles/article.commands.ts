import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { ArchiveProvenance } from '../archive-provenance.js';
import { archiveBody, archiveText, longestArchiveBody, perhapsBlank, plainText, singleLine } from '../plain-text.js';
import { publishedName } from '../published-name.js';
import { archivedTime, momentTime } from '../utc-time.js';
import { ClosesAfter } from './closing.js';

const url = z.httpUrl('must be an http or https address').max(2000, 'is too long (maximum is 2000 characters)');

const Source = z.object({
  name: publishedName(300),
  url: url.optional(),
  author: publishedName(300).optional(),
  publishedOn: z.iso.date('must be a day, as 2026-01-02').optional(),
});

const content = {
  title: singleLine(300),
  description: plainText(2000),
  body: plainText(50_000),
  tagList: z.array(publishedName(100)).max(50),
};
const Remark = plainText(2000);

export const PublishArticle = z.object({
  ...content,
  format: BodyFormat.default('text'),
  tagList: content.tagList.default([]),
  source: Source.optional(),
  sectionId: z.uuid().optional(),
  remark: Remark.optional(),
});
export type PublishArticle = z.infer<typeof PublishArticle>;

/** What is left out stays as it is; null takes a source, a section or a remark away. */
export const ArticleChanges = z
  .object({
    ...{ ...content, format: BodyFormat, source: Source.nullable() },
    ...{ sectionId: z.uuid().nullable(), remark: Remark.nullable() },
  })
  .partial();
export type ArticleChanges = z.infer<typeof ArticleChanges>;

export const ReviseArticle = ArticleChanges.extend({ articleId: z.uuid() });
export type ReviseArticle = z.infer<typeof ReviseArticle>;

/** Without a reason the article is as if it never was; with one, readers are told. */
export const Withdrawal = z.object({ reason: plainText(500).optional() });
export const WithdrawArticle = Withdrawal.extend({ articleId: z.uuid() });
export type WithdrawArticle = z.infer<typeof WithdrawArticle>;

export const FavoriteArticle = z.object({ articleId: z.uuid() });
export const UnfavoriteArticle = z.object({ articleId: z.uuid() });

/** A draft has a title to be found by; all else may lack. */
export const Draft = z.object({
  title: content.title,
  description: perhapsBlank(2000).default(''),
  body: perhapsBlank(50_000).default(''),
  format: BodyFormat.default('markdown'),
  tagList: content.tagList.default([]),
  source: Source.optional(),
  sectionId: z.uuid().optional(),
  remark: Remark.optional(),
});
export type Draft = z.infer<typeof Draft>;

export const DraftArticle = Draft;
export const ReviseDraft = Draft.extend({ articleId: z.uuid() });
export type ReviseDraft = z.infer<typeof ReviseDraft>;

const ofDraft = z.object({ articleId: z.uuid() });
export const SubmitDraft = ofDraft;
export const ReturnSubmission = ofDraft.extend({ note: plainText(2000).optional() });
export type ReturnSubmission = z.infer<typeof ReturnSubmission>;
/** In the past: it is published at once. */
export const ScheduleDraft = ofDraft.extend({ publishAt: momentTime() });
export type ScheduleDraft = z.infer<typeof ScheduleDraft>;
export const UnscheduleDraft = ofDraft;
export const PublishDraft = ofDraft;
export const DiscardDraft = ofDraft;

/** What an article or draft said: a page of its versions, the latest first, and all of those that are named. */
export const ListRevisions = z.object({
  articleId: z.uuid(),
  before: z.int().positive().optional(),
  versions: z.array(z.int().positive()).max(2).default([]),
});
export type ListRevisions = z.infer<typeof ListRevisions>;

export const CloseComments = z.object({ articleId: z.uuid() });
export const ReopenComments = z.object({ articleId: z.uuid() });

/** Null: what its section says. */
export const ClosingOfArticle = z.object({ afterDays: ClosesAfter.nullable() });
export const SetCommentsClosing = ClosingOfArticle.extend({ articleId: z.uuid() });

/** An article of an archive. */
export const ArchivedArticle = z.object({
  slug: archiveText(300),
  title: archiveText(2000),
  description: archiveText(20_000).default(''),
  body: archiveBody.default(''),
  format: BodyFormat.default('html'),
  tagList: z.array(archiveText(300)).max(500).default([]),
  source: Source.optional(),
  sectionId: z.uuid().optional(),
  publishedAt: archivedTime(),
  commentsClosed: z.boolean(),
  authorId: z.uuid().optional(),
  provenance: ArchiveProvenance,
  /** How an earlier version of the importer called it: it is that one where title and address agree too. */
  formerExternalId: archiveText(500).optional(),
});

export const ImportArticles = z.object({ articles: z.array(ArchivedArticle).max(500) });
export type ImportArticles = z.infer<typeof ImportArticles>;

export interface ArticleImported {
  articleId: string;
  /** That it was published under; null: it is a draft, or was one that is no more. */
  slug: string | null;
  version: number;
  added: boolean;
}

/** What an archive has not published; nobody but its author and editors sees it here. */
export const ArchivedDraft = z
  .object({
    ...{ title: archiveText(2000), description: archiveText(20_000).default(''), body: archiveBody.default('') },
    ...{ format: BodyFormat.default('html'), tagList: z.array(archiveText(300)).max(500).default([]) },
    ...{ source: Source.optional(), sectionId: z.uuid().optional() },
    savedAt: archivedTime(),
    /** Whether its author wants it published. */
    submitted: z.boolean().default(false),
    /** When it is to be published. */
    publishAt: momentTime().optional(),
    authorId: z.uuid().optional(),
    provenance: ArchiveProvenance.pick({ source: true, externalId: true }),
  })
  .refine((draft) => Buffer.byteLength(JSON.stringify(draft)) <= longestArchiveBody, 'is too long (maximum is 2 MB)');
export type ArchivedDraft = z.infer<typeof ArchivedDraft>;

export const ImportDrafts = z.object({ drafts: z.array(ArchivedDraft).max(500) });
export type ImportDrafts = z.infer<typeof ImportDrafts>;

export interface DraftImported {
  /** Null where it is refused. */
  articleId: string | null;
  added: boolean;
  /** It is on the site: it was published here, or came in while its archive published it. */
  isPublic?: true;
  refused?: 'PersonErased';
}
