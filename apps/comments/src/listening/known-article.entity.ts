import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An article, as replicated to comments. */
@Entity({ name: 'known_article' })
export class KnownArticleRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'comments_closed', type: 'boolean' }) commentsClosed!: boolean;
}
