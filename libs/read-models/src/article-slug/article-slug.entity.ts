import { Entity, PrimaryColumn } from 'typeorm';

/** A slug by which an article cannot be found any more: it has another one, or was withdrawn. */
@Entity({ name: 'article_slug' })
export class ArticleSlugRow {
  @PrimaryColumn({ type: 'text' }) slug!: string;
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
}
