import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who is to be erased and when. The row stays afterwards, so that a restored backup does not bring the person back. */
@Entity({ name: 'erasures' })
@Index('erasures_due', ['dueAt'], { where: 'erased_at IS NULL' })
export class ErasureRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt!: string;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt!: string | null;
}
