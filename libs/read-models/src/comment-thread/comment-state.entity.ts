import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HeldBecause } from '#contracts/comments/comment.events.js';

/**
 * A comment as it stands now, without its text: what lists, counts and permissions ask for. Nothing in it is personal but
 * the id of who wrote it, so a row is loaded, folded on and saved whole, before or after its author is erased.
 */
@Entity({ name: 'comment_state' })
// In it is all that a thread needs of a comment but its text, for a thread is found and put in order by the index alone.
@Index(
  'comment_state_thread',
  ['articleId', 'postedAt', 'commentId', 'version', 'parentId', 'personId', 'kind', 'bytes'],
  { where: 'shown' },
)
@Index('comment_state_by_person', ['personId', 'commentId'])
@Index('comment_state_held', ['postedAt', 'commentId'], { where: 'held_because IS NOT NULL' })
export class CommentStateRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  @Column({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'parent_id', type: 'bigint', nullable: true }) parentId!: number | null;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: 'guest' | 'account';
  @Column({ name: 'posted_at', type: 'timestamptz' }) postedAt!: string;
  @Column({ type: 'boolean' }) imported!: boolean;
  /** Of its newest text: the version of the comment's stream at which that came. */
  @Column({ type: 'integer' }) version!: number;
  /** Of its newest text, with its HTML, in UTF-8: pages are measured by it without their texts. */
  @Column({ type: 'integer' }) bytes!: number;
  /** Whether readers see it. */
  @Column({ type: 'boolean' }) shown!: boolean;
  /** Not null: it waits for a moderator. */
  @Column({ name: 'held_because', type: 'text', nullable: true }) heldBecause!: HeldBecause | null;
}
