import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A path at which an imported article stood on the site that it is from. */
@Entity({ name: 'former_path' })
export class FormerPathRow {
  @PrimaryColumn({ type: 'text' }) path!: string;
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  /** That it was imported under. */
  @Column({ type: 'text' }) slug!: string;
}
