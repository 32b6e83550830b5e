import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnClosing } from '#contracts/articles/closing.js';

/** An article, as replicated to comments. */
@Entity({ name: 'known_article' })
export class KnownArticleRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'comments_closed', type: 'boolean' }) commentsClosed!: boolean;
  /** Null, like what follows: an older version wrote it, and it is not folded anew yet. */
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt!: string | null;
  @Column({ name: 'section_id', type: 'uuid', nullable: true }) sectionId!: string | null;
  @Column({ type: 'jsonb', nullable: true }) closing!: OwnClosing | null;
}
