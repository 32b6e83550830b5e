import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that waits for an earlier one. */
@Entity({ name: 'parked_event' })
export class ParkedEventRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'json' }) event!: unknown;
  @Column({ name: 'parked_at', type: 'timestamptz', default: () => 'now()' }) parkedAt!: string;
  /** The offset of its message; null if an older version parked it. */
  @Column({ name: 'message_offset', type: 'bigint', nullable: true }) messageOffset!: string | null;
  /** How often draining its stream was begun at this event. */
  @Column({ type: 'integer', default: 0 }) claims!: number;
  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true }) claimedAt!: string | null;
}
