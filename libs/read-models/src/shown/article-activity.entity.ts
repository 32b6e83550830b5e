import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A kind of change that readers of an article see; it holds no personal data. */
export type ActivityKind =
  | 'article-published'
  | 'article-revised'
  | 'article-withdrawn'
  | 'comments-closed'
  | 'comments-reopened'
  | 'comment-shown'
  | 'comment-edited'
  | 'comment-hidden'
  | 'comment-deleted';

/** Recent changes, in the order in which they became visible, for open pages. */
@Entity({ name: 'article_activity' })
@Index('article_activity_by_age', ['sequence'])
export class ArticleActivityRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  /** Microseconds since 1970, or a little more: see `save-article-activity.ts`. */
  @PrimaryColumn({ type: 'bigint' }) sequence!: string;
  @Column({ type: 'text' }) kind!: ActivityKind;
  @Column({ name: 'comment_id', type: 'bigint', nullable: true }) commentId!: string | null;
}
