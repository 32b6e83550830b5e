import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BodyFormat } from '#contracts/body-format.js';

/** One article as its page shows it; the number of its comments is in another table. */
@Entity({ name: 'article_page' })
@Index('article_page_newest', ['publishedAt', 'articleId'])
@Index('article_page_by_slug', ['slug', 'articleId'])
export class ArticlePageRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) description!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'body_html', type: 'text' }) bodyHtml!: string;
  @Column({ type: 'text' }) format!: BodyFormat;
  @Column({ name: 'tag_list', type: 'jsonb' }) tagList!: string[];
  @Index('article_page_by_author')
  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;
  @Column({ type: 'jsonb', nullable: true }) source!: { name: string; url?: string | undefined } | null;
  @Column({ name: 'comments_closed', type: 'boolean' }) commentsClosed!: boolean;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: string;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: string;
}
