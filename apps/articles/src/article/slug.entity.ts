import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A slug that an article has, or had: reserved in the event’s own transaction. */
@Entity({ name: 'slugs' })
export class SlugRow {
  @PrimaryColumn({ type: 'text' }) slug!: string;
  @Index('slugs_of_article')
  @Column({ name: 'article_id', type: 'uuid' })
  articleId!: string;
}
