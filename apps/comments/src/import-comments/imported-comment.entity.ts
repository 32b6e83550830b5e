import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which comment an archive’s has become, by a keyed hash of what it said. */
@Entity({ name: 'imported_comments' })
@Index('imported_comments_by_external_id', ['source', 'articleId', 'externalId'])
export class ImportedCommentRow {
  @PrimaryColumn({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'text' }) source!: string;
  @Column({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'external_id', type: 'text' }) externalId!: string;
  @Column({ name: 'comment_id', type: 'bigint' }) commentId!: string;
}
