import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The number of shown comments of an article, and when the last comment, shown or held, was written. */
@Entity({ name: 'comment_count' })
export class CommentCountRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ type: 'integer' }) count!: number;
  @Column({ name: 'last_posted_at', type: 'timestamptz' }) lastPostedAt!: string;
}
