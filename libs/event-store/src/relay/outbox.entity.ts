import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An event that waits for Kafka. */
@Entity({ name: 'outbox' })
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column({ type: 'bigint' }) position!: string;
  /** Whether the event was sent before and is republished by an operator. */
  @Column({ type: 'boolean', default: false }) republished!: boolean;
  @Column({ name: 'enqueued_at', type: 'timestamptz', default: () => 'clock_timestamp()' }) enqueuedAt!: string;
}
