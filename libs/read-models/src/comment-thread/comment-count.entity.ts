import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many comments an article shows, and when one was last written, shown or held. */
@Entity({ name: 'comment_count' })
export class CommentCountRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ type: 'integer' }) count!: number;
  @Column({ name: 'last_posted_at', type: 'timestamptz' }) lastPostedAt!: string;
}
