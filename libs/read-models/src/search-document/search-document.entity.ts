import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What of an article or comment is found by: its words, and marks of its kind, author, section and time beside them. There
 * is one for each that readers see, and none for any other.
 */
@Entity({ name: 'search_document' })
@Index('search_document_words', { synchronize: false })
export class SearchDocumentRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  /** 0: the article itself. */
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  /** When it was published or posted. */
  @Column({ type: 'timestamptz' }) at!: string;
  /** When the article was revised last, or published. */
  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true }) changedAt!: string | null;
  @Column({ type: 'tsvector' }) words!: string;
}

/** A document as the projector makes it; texts are plain words, see `words-of.ts`. */
export interface SearchDocument {
  articleId: string;
  commentId: number;
  personId: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** Of an article. */
  changedAt: string | null;
  sectionId: string | null;
  /** Of a comment that waits for a moderator: it is not to be found. */
  isHeld?: boolean;
  title: string;
  description: string;
  body: string;
}
