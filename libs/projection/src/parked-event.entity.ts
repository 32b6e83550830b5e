import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that waits for one before it. */
@Entity({ name: 'parked_event' })
export class ParkedEventRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'json' }) event!: unknown;
  @Column({ name: 'parked_at', type: 'timestamptz', default: () => 'now()' }) parkedAt!: string;
  /** Of the message it came in; null of what an older version parked. */
  @Column({ name: 'message_offset', type: 'bigint', nullable: true }) messageOffset!: string | null;
  /** How often it was begun to drain its stream from here. */
  @Column({ type: 'integer', default: 0 }) claims!: number;
  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true }) claimedAt!: string | null;
}
