import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The slugs that sections have or had, so that no two get the same. */
@Entity({ name: 'section_slugs' })
export class SectionSlugRow {
  @PrimaryColumn({ type: 'text' }) slug!: string;
  @Index('slugs_of_section')
  @Column({ name: 'section_id', type: 'uuid' })
  sectionId!: string;
}
