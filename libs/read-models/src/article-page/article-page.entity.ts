import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ArticleSource } from '#contracts/articles/article.events.js';
import type { OwnClosing } from '#contracts/articles/closing.js';
import type { BodyFormat } from '#contracts/body-format.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { z } from 'zod';

export type SourceOfArticle = z.infer<typeof ArticleSource>;

/** One article as its page shows it; the number of its comments is in another table. */
@Entity({ name: 'article_page' })
@Index('article_page_newest', ['publishedAt', 'articleId'])
@Index('article_page_by_slug', ['slug', 'articleId'])
@Index('article_page_newest_of_author', ['authorId', 'publishedAt', 'articleId'])
@Index('article_page_newest_of_section', ['sectionId', 'publishedAt', 'articleId'])
@Index('article_page_by_title', { synchronize: false })
// Of an expression, see `sourceKey`.
@Index('article_page_newest_of_source', { synchronize: false })
@Index('article_page_renderer', ['renderer'])
@Index('article_page_not_in_tags', ['articleId'], { where: 'NOT in_tags' })
export class ArticlePageRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) description!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'body_html', type: 'text' }) bodyHtml!: string;
  @Column({ type: 'text' }) format!: BodyFormat;
  @Column({ name: 'tag_list', type: 'jsonb' }) tagList!: string[];
  @Column({ name: 'author_id', type: 'uuid' }) authorId!: string;
  @Column({ type: 'jsonb', nullable: true }) source!: SourceOfArticle | null;
  @Column({ name: 'comments_closed', type: 'boolean' }) commentsClosed!: boolean;
  /** Null: an older version wrote it, and age closes nothing. */
  @Column({ type: 'jsonb', nullable: true }) closing!: OwnClosing | null;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: string;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: string;
  @Column({ name: 'section_id', type: 'uuid', nullable: true }) sectionId!: string | null;
  /** What whoever filed it adds, as entered and as HTML. */
  @Column({ type: 'text', nullable: true }) remark!: string | null;
  @Column({ name: 'remark_html', type: 'text', nullable: true }) remarkHtml!: string | null;
  /** The house view, and the version of the thesaurus that made it; null where it is the source's own words. */
  @Column({ name: 'house_version', type: 'integer', nullable: true }) houseVersion!: number | null;
  @Column({ name: 'house_title', type: 'text', nullable: true }) houseTitle!: string | null;
  @Column({ name: 'house_description', type: 'text', nullable: true }) houseDescription!: string | null;
  @Column({ name: 'house_html', type: 'text', nullable: true }) houseHtml!: string | null;
  /** Those it is pinned to, by which the house view is made anew; null where there is none. */
  @Column({ name: 'house_entries', type: 'jsonb', nullable: true }) houseEntries!: HouseEntry[] | null;
  /** The version of the renderer that made the HTML. */
  @Column({ type: 'smallint', default: 1 }) renderer!: number;
  /** Whether its tags were stored beside it; a projector of the version before stores none. */
  @Column({ name: 'in_tags', type: 'boolean', default: false }) inTags!: boolean;
}

type Optional =
  'houseVersion' | 'houseTitle' | 'houseDescription' | 'houseHtml' | 'houseEntries' | 'renderer' | 'closing';

export type ArticlePage = Omit<ArticlePageRow, 'inTags' | Optional> & Partial<Pick<ArticlePageRow, Optional>>;
