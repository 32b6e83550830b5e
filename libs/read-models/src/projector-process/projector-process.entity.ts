import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a process of the projector last told of itself, for operators: the gateway reads it here and asks no projector. */
@Entity({ name: 'projector_process' })
export class ProjectorProcessRow {
  @PrimaryColumn({ name: 'process_id', type: 'uuid' }) processId!: string;
  @Column({ type: 'text' }) host!: string;
  @Column({ type: 'text' }) version!: string;
  @Column({ type: 'boolean' }) ready!: boolean;
  /** What readiness says, by check. */
  @Column({ type: 'jsonb' }) checks!: Record<string, string>;
  /** Messages in the topics that are not stored yet; null: not measured. */
  @Column({ type: 'bigint', nullable: true }) lag!: string | null;
  @Column({ name: 'seen_at', type: 'timestamptz', default: () => 'now()' }) seenAt!: Date;
}
