import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One event as it was appended; never changed. `data` is json, not jsonb, so that Kafka gets the stored text byte for byte. */
@Entity({ name: 'events' })
@Check('events_version_check', 'version > 0')
@Unique('events_id_key', ['id'])
@Unique('events_stream_version_key', ['stream', 'version'])
export class EventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) position!: string;
  @Column({ type: 'text' }) stream!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) type!: string;
  @Column({ name: 'schema_version', type: 'integer' }) schemaVersion!: number;
  @Column({ type: 'text' }) topic!: string;
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'integer' }) partition!: number;
  @Column({ name: 'occurred_at', type: 'timestamptz' }) occurredAt!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: string;
  @Column({ name: 'correlation_id', type: 'text' }) correlationId!: string;
  @Column({ name: 'causation_id', type: 'text', nullable: true }) causationId!: string | null;
  @Column({ type: 'text', nullable: true }) traceparent!: string | null;
  @Column({ type: 'json' }) data!: unknown;
}
