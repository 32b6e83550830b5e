import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeldBecause } from '#contracts/comments/comment.events.js';

/**
 * From when until when a comment was shown, or was not, and why. The intervals of a comment follow each other without a
 * gap, none is empty, and the last is open. Nothing in it is personal.
 */
@Entity({ name: 'comment_shown' })
export class CommentShownRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  /** When it was recorded; of an archive's comment, when it was posted. */
  @PrimaryColumn({ type: 'timestamptz' }) from!: string;
  /** The first moment that is no longer in it. Null: the interval is open. */
  @Column({ type: 'timestamptz', nullable: true }) until!: string | null;
  /** Of the comment's text by then. */
  @Column({ type: 'integer' }) version!: number;
  /** Why it was not shown. Null: it was. */
  @Column({ type: 'text', nullable: true }) why!: HeldBecause | null;
}
