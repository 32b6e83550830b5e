import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person mutes. */
@Entity({ name: 'muted' })
export class MutedRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'uuid', array: true }) people!: string[];
  /** As `sourceKey` has them. */
  @Column({ type: 'text', array: true }) sources!: string[];
  @Column({ type: 'text', array: true }) tags!: string[];
}
