import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BodyFormat } from '#contracts/body-format.js';
import type { HeldBecause } from '#contracts/comments/comment.events.js';

/** One comment of a thread. */
@Entity({ name: 'comment_thread' })
@Index('comment_thread_order', ['articleId', 'postedAt', 'commentId'])
@Index('comment_thread_by_person', ['personId', 'commentId'])
@Index('comment_thread_held', ['postedAt', 'commentId'], { where: 'held_because IS NOT NULL' })
export class CommentThreadRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  @Column({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'parent_id', type: 'bigint', nullable: true }) parentId!: number | null;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: 'guest' | 'account';
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) website!: string | null;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'body_html', type: 'text' }) bodyHtml!: string;
  @Column({ type: 'text' }) format!: BodyFormat;
  @Column({ name: 'posted_at', type: 'timestamptz' }) postedAt!: string;
  @Column({ type: 'boolean' }) imported!: boolean;
  /** Not null: nobody is shown it until a moderator has seen it. */
  @Column({ name: 'held_because', type: 'text', nullable: true }) heldBecause!: HeldBecause | null;
}
