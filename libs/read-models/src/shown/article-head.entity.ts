import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sequence of the last change of an article that readers see. */
@Entity({ name: 'article_head' })
export class ArticleHeadRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ type: 'bigint' }) sequence!: string;
}
