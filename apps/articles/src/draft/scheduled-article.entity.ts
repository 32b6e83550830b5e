import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A draft that will be published at a time. */
@Entity({ name: 'scheduled_articles' })
export class ScheduledArticleRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Index('scheduled_articles_due')
  @Column({ name: 'publish_at', type: 'timestamptz' })
  publishAt!: Date;
  /** When it could not be published last; null: it was not tried yet. */
  @Column({ name: 'tried_at', type: 'timestamptz', nullable: true }) triedAt!: Date | null;
}
