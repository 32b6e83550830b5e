import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that has just changed for the readers of an article; without anything personal. */
export type ActivityKind = 'article-published' | 'comments-closed' | 'comments-reopened' | 'comment-shown';

/** What changed lately, in the order in which it became visible, for pages that are open. */
@Entity({ name: 'article_activity' })
@Index('article_activity_by_age', ['sequence'])
export class ArticleActivityRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  /** Microseconds since 1970, or a little more: see `save-article-activity.ts`. */
  @PrimaryColumn({ type: 'bigint' }) sequence!: string;
  @Column({ type: 'text' }) kind!: ActivityKind;
  @Column({ name: 'comment_id', type: 'bigint', nullable: true }) commentId!: string | null;
}
