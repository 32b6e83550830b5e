import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An article that is not on the site any more. Its comments are shown nowhere. */
@Entity({ name: 'withdrawn_article' })
export class WithdrawnArticleRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  /** As readers are told; null: it was deleted without one. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'withdrawn_at', type: 'timestamptz' }) withdrawnAt!: string;
}
