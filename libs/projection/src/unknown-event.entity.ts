import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A note that a stream has an event that was passed by, because only a newer version knows its type. */
@Entity({ name: 'unknown_event' })
export class UnknownEventRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'text' }) type!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) topic!: string;
  @Column({ type: 'integer' }) partition!: number;
  @Column({ name: 'noted_at', type: 'timestamptz', default: () => 'now()' }) notedAt!: string;
  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true }) claimedAt!: string | null;
}
