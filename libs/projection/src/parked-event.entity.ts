import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that waits for one before it. */
@Entity({ name: 'parked_event' })
export class ParkedEventRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'json' }) event!: unknown;
  @Column({ name: 'parked_at', type: 'timestamptz', default: () => 'now()' }) parkedAt!: string;
}
