import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A command that was executed: the hash of its key, and the answer that its repetitions get. */
@Entity({ name: 'commands' })
export class CommandRow {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'json', nullable: true }) answer!: unknown;
  @Index('commands_recorded_at')
  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt!: string;
}
