import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryKind } from '#contracts/thesaurus/house-entry.js';

/** An entry of the house thesaurus as it was said last; it is at most ten thousand that are not retired. */
@Entity({ name: 'thesaurus_entry' })
export class ThesaurusEntryRow {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' }) entryId!: string;
  @Column({ type: 'text' }) kind!: EntryKind;
  @Column({ type: 'text' }) term!: string;
  @Column({ type: 'jsonb' }) inflections!: string[];
  @Column({ type: 'text' }) text!: string;
  @Column({ name: 'section_id', type: 'uuid', nullable: true }) sectionId!: string | null;
  @Column({ name: 'case_sensitive', type: 'boolean' }) caseSensitive!: boolean;
  @Column({ name: 'whole_words', type: 'boolean' }) wholeWords!: boolean;
  /** Of the thesaurus, by the last change of this entry. */
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'boolean' }) retired!: boolean;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: string;
}
