import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message that cannot be applied, as it came. */
@Entity({ name: 'dead_letter' })
export class DeadLetterRow {
  @PrimaryColumn({ type: 'text' }) topic!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  @PrimaryColumn({ name: 'message_offset', type: 'bigint' }) messageOffset!: string;
  @Column({ type: 'text', nullable: true }) stream!: string | null;
  @Column({ type: 'text' }) reason!: string;
  @Column({ name: 'message_key', type: 'bytea', nullable: true }) messageKey!: Buffer | null;
  @Column({ name: 'message_value', type: 'bytea', nullable: true }) messageValue!: Buffer | null;
  @Column({ type: 'json' }) headers!: unknown;
  @Column({ name: 'died_at', type: 'timestamptz', default: () => 'now()' }) diedAt!: string;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt!: string | null;
}
