import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Maps an archive's comment to the one it became, by a keyed hash of its content. */
@Entity({ name: 'imported_comments' })
@Index('imported_comments_by_external_id', ['source', 'articleId', 'externalId'])
export class ImportedCommentRow {
  @PrimaryColumn({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'text' }) source!: string;
  @Column({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'external_id', type: 'text' }) externalId!: string;
  @Column({ name: 'comment_id', type: 'bigint' }) commentId!: string;
}
