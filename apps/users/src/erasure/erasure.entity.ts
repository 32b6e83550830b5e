import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who is to be erased and when; a row stays once it is done, so that nothing restored comes to life again. */
@Entity({ name: 'erasures' })
@Index('erasures_due', ['dueAt'], { where: 'erased_at IS NULL' })
export class ErasureRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt!: string;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt!: string | null;
}
