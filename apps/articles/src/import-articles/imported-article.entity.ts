import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Maps an archive's article to the one it became, so that a second import adds nothing. */
@Entity({ name: 'imported_articles' })
export class ImportedArticleRow {
  @PrimaryColumn({ type: 'text' }) source!: string;
  @PrimaryColumn({ name: 'external_id', type: 'text' }) externalId!: string;
  @Column({ name: 'article_id', type: 'uuid' }) articleId!: string;
}
