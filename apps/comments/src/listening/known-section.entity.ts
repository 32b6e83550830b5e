import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosesAfter } from '#contracts/articles/closing.js';

/** When comments close in a section, as replicated to comments. */
@Entity({ name: 'known_section' })
export class KnownSectionRow {
  @PrimaryColumn({ name: 'section_id', type: 'uuid' }) sectionId!: string;
  @Column({ name: 'closes_after', type: 'jsonb', nullable: true }) closesAfter!: ClosesAfter | null;
}
