import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An event that waits for Kafka. */
@Entity({ name: 'outbox' })
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column({ type: 'bigint' }) position!: string;
  /** Sent before, and once more at somebody's wish. */
  @Column({ type: 'boolean', default: false }) republished!: boolean;
  @Column({ name: 'enqueued_at', type: 'timestamptz', default: () => 'clock_timestamp()' }) enqueuedAt!: string;
}
