import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The sequence of the last change of what is shown of an article. */
@Entity({ name: 'article_head' })
export class ArticleHeadRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ type: 'bigint' }) sequence!: string;
}
