import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { ArchiveProvenance } from '../archive-provenance.js';
import { archiveBody, archiveText, plainText } from '../plain-text.js';
import { archivedTime } from '../utc-time.js';

export const PostComment = z.object({
  articleId: z.uuid(),
  parentId: z.int().positive().nullable().default(null),
  body: plainText(10_000),
  format: BodyFormat.default('text'),
});
export type PostComment = z.infer<typeof PostComment>;

/** A held comment is to be shown. */
export const ApproveComment = z.object({ commentId: z.int().positive() });

/** A comment of an archive; `parentExternalId` names one of the same source and article. */
export const ArchivedComment = z.object({
  articleId: z.uuid(),
  parentExternalId: archiveText(500).optional(),
  personId: z.uuid(),
  /** Whether the person is an account, not a guest. */
  account: z.boolean().default(false),
  name: archiveText(1000),
  website: archiveText(4000).optional(),
  address: archiveText(200).optional(),
  body: archiveBody,
  format: BodyFormat,
  postedAt: archivedTime(),
  provenance: ArchiveProvenance,
});

/** Comments of an archive, each after its parent. */
export const ImportComments = z.object({ comments: z.array(ArchivedComment).max(1000) });
export type ImportComments = z.infer<typeof ImportComments>;

/** Why a comment of an archive does not come in. */
export type CommentRefused = 'PersonErased' | 'ArticleUnknown';

export interface CommentImported {
  /** Null where it is refused. */
  commentId: number | null;
  added: boolean;
  reparented: boolean;
  refused?: CommentRefused;
}

/** The detail of the refusal, word for word. */
export const commentsClosedSentence = 'Sorry. Comments have been closed on this article.';
