import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { ArchiveProvenance } from '../archive-provenance.js';
import { SanctionReason } from '../people/sanction.events.js';
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

/** The author's new text for a comment of this article; without a format it keeps its own. */
export const EditComment = z.object({
  articleId: z.uuid(),
  commentId: z.int().positive(),
  body: plainText(10_000),
  format: BodyFormat.optional(),
});
export type EditComment = z.infer<typeof EditComment>;

/** A comment of this article is taken away, by its author or by staff; staff may say why. */
export const DeleteComment = z.object({
  articleId: z.uuid(),
  commentId: z.int().positive(),
  reason: SanctionReason.optional(),
});
export type DeleteComment = z.infer<typeof DeleteComment>;

/** How often the text of one comment may change, so that its history stays small. */
export const maxEditsOfComment = 20;

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
