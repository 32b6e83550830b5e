import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BodyFormat } from '#contracts/body-format.js';
import type { DeletedBy } from '#contracts/comments/comment.events.js';

/**
 * One text of a comment, and the name it was written under. It is inserted once; only an erasure changes it, and a newer
 * renderer its HTML.
 */
@Entity({ name: 'comment_text' })
@Index('comment_text_renderer', ['renderer'])
export class CommentTextRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  /** The version of the comment's stream. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) website!: string | null;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'body_html', type: 'text' }) bodyHtml!: string;
  @Column({ type: 'text' }) format!: BodyFormat;
  /** When it replaced another; null: it is the first. */
  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true }) editedAt?: string | null;
  /** Not null: the comment was taken away; this text is empty, and the last. */
  @Column({ name: 'deleted_by', type: 'text', nullable: true }) deletedBy?: DeletedBy | null;
  /** The version of the renderer that made the HTML. */
  @Column({ type: 'smallint', default: 1 }) renderer?: number;
}
