import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReturnReason } from '#contracts/articles/article.events.js';
import type { Draft } from '#contracts/articles/article.commands.js';

export type DraftStatus = 'open' | 'submitted' | 'scheduled';

/** An article that is not published yet; its author and editors see it. */
@Entity({ name: 'draft' })
@Index('draft_by_author', ['authorId', 'updatedAt', 'articleId'])
@Index('draft_by_status', ['status', 'updatedAt', 'articleId'])
export class DraftRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @Column({ name: 'author_id', type: 'uuid' }) authorId!: string;
  @Column({ type: 'text' }) status!: DraftStatus;
  /** What it says. */
  @Column({ type: 'jsonb' }) content!: Draft;
  @Column({ name: 'publish_at', type: 'timestamptz', nullable: true }) publishAt!: string | null;
  /** Why an editor gave it back. */
  @Column({ type: 'text', nullable: true }) note!: string | null;
  /** Why the system gave it back. */
  @Column({ type: 'text', nullable: true }) reason!: ReturnReason | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: string;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: string;
}
