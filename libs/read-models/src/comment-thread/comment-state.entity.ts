import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { HeldBecause } from '#contracts/comments/comment.events.js';

/**
 * The present state of a comment, without its text, for lists, counts and permissions. Its only personal data is the
 * author's id, so a row is loaded, folded and saved whole, before or after its author is erased.
 */
@Entity({ name: 'comment_state' })
// The index holds everything that a thread needs of a comment except its text, so that a thread is found and ordered by
// the index alone.
@Index(
  'comment_state_of_thread',
  ['articleId', 'postedAt', 'commentId', 'version', 'parentId', 'personId', 'kind', 'bytes', 'shownSince'],
  { where: 'shown' },
)
@Index('comment_state_news', ['articleId', 'shownSince', 'personId'], { where: 'shown' })
@Index('comment_state_unfilled', ['commentId'], { where: 'shown AND shown_since IS NULL' })
@Index('comment_state_by_person', ['personId', 'commentId'])
@Index('comment_state_shown_by_person', ['personId', 'postedAt', 'commentId'], { where: 'shown' })
@Index('comment_state_replies', ['parentId'], { where: 'shown AND parent_id IS NOT NULL' })
@Index('comment_state_held', ['postedAt', 'commentId'], { where: 'held_because IS NOT NULL' })
export class CommentStateRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  @Column({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'parent_id', type: 'bigint', nullable: true }) parentId!: number | null;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: 'guest' | 'account';
  @Column({ name: 'posted_at', type: 'timestamptz' }) postedAt!: string;
  @Column({ type: 'boolean' }) imported!: boolean;
  /** The version of the comment's stream at which its newest text came. */
  @Column({ type: 'integer' }) version!: number;
  /** Bytes of UTF-8 of its newest text and HTML; pages are measured by it without reading the texts. */
  @Column({ type: 'integer' }) bytes!: number;
  /** Whether it stands in threads: readers see it, or it is deleted and a comment that they see answers it. */
  @Column({ type: 'boolean' }) shown!: boolean;
  /** It was taken away: its newest text is an empty one, and it counts nowhere. */
  @Column({ type: 'boolean', default: false }) deleted!: boolean;
  /**
   * When readers began to see it, whatever its text was; null: they do not see it. Rows of the version before lack it
   * until the projector takes over.
   */
  @Column({ name: 'shown_since', type: 'timestamptz', nullable: true }) shownSince!: string | null;
  /** Not null: the comment is held. */
  @Column({ name: 'held_because', type: 'text', nullable: true }) heldBecause!: HeldBecause | null;
}
