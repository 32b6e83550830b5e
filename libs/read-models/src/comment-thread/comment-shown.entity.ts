import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeletedBy, HeldBecause } from '#contracts/comments/comment.events.js';

export type WhyNotShown = HeldBecause | `deleted-by-${DeletedBy}`;

/**
 * An interval in which a comment was shown or was not, and why. The intervals of a comment follow each other without a
 * gap, none is empty, and the last is open. They hold no personal data.
 */
@Entity({ name: 'comment_shown' })
export class CommentShownRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  /** When the event was recorded; for an archive's comment, when it was posted. */
  @PrimaryColumn({ type: 'timestamptz' }) from!: string;
  /** The first moment after the interval. Null: the interval is open. */
  @Column({ type: 'timestamptz', nullable: true }) until!: string | null;
  /** The version of the comment's text in this interval. */
  @Column({ type: 'integer' }) version!: number;
  /** Why it was not shown. Null: it was shown. */
  @Column({ type: 'text', nullable: true }) why!: WhyNotShown | null;
}
