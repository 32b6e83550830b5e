import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A tag of an article on the site, with what its list is ordered by. */
@Entity({ name: 'article_tag' })
@Index('article_tag_newest', ['tag', 'publishedAt', 'articleId'])
export class ArticleTagRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @PrimaryColumn({ type: 'text' }) tag!: string;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: string;
}
