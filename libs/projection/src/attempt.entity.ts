import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A batch that is being applied; it identifies a batch that ended its process. */
@Entity({ name: 'attempt' })
export class AttemptRow {
  @PrimaryColumn({ type: 'text' }) topic!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @Column({ name: 'first_offset', type: 'bigint' }) firstOffset!: string;
  @Column({ name: 'suspect_until', type: 'bigint' }) suspectUntil!: string;
  @Column({ type: 'boolean' }) alone!: boolean;
  @Column({ type: 'integer' }) ends!: number;
  @Column({ name: 'attempted_by', type: 'uuid' }) attemptedBy!: string;
  @Column({ name: 'noted_at', type: 'timestamptz', default: () => 'now()' }) notedAt!: string;
}
