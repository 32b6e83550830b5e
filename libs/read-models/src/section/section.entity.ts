import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosesAfter } from '#contracts/articles/closing.js';

/** A section, in which articles are filed. */
@Entity({ name: 'section' })
export class SectionRow {
  @PrimaryColumn({ name: 'section_id', type: 'uuid' }) sectionId!: string;
  @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) description!: string;
  @Column({ type: 'int' }) position!: number;
  @Column({ name: 'is_open', type: 'boolean' }) isOpen!: boolean;
  /** Slugs that it had; they lead to it. */
  @Column({ name: 'former_slugs', type: 'jsonb' }) formerSlugs!: string[];
  /** When comments close there; null: as the site says. */
  @Column({ name: 'closes_after', type: 'jsonb', nullable: true }) closesAfter?: ClosesAfter | null;
}
