import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The progress of a set in one partition. */
@Entity({ name: 'checkpoint' })
export class CheckpointRow {
  @PrimaryColumn({ type: 'text' }) topic!: string;
  @PrimaryColumn({ type: 'integer' }) partition!: number;
  /** The first message that is not stored yet. */
  @Column({ name: 'next_offset', type: 'bigint', default: 0 }) nextOffset!: string;
  /** Distinct events that were applied, parked or halted. */
  @Column({ type: 'bigint', default: 0 }) counted!: string;
  /** The number of events that the relay has sent. */
  @Column({ name: 'watermark', type: 'bigint', default: 0 }) sequenceCheck!: string;
}
