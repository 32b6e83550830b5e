import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BodyFormat } from '#contracts/body-format.js';

/** One text of a comment, and the name it was written under. It is inserted once; only an erasure changes it. */
@Entity({ name: 'comment_text' })
export class CommentTextRow {
  @PrimaryColumn({ name: 'comment_id', type: 'bigint' }) commentId!: number;
  /** The version of the comment's stream. */
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) website!: string | null;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'body_html', type: 'text' }) bodyHtml!: string;
  @Column({ type: 'text' }) format!: BodyFormat;
}
