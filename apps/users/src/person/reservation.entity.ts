import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A name or an address that is somebody’s, by its keyed hash. */
@Entity({ name: 'reservations' })
export class ReservationRow {
  @PrimaryColumn({ type: 'text' }) kind!: string;
  @PrimaryColumn({ type: 'text' }) hash!: string;
  @Index('reservations_of_person')
  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;
  /** Since when it is held for whoever gave it up. */
  @Column({ name: 'released_at', type: 'timestamptz', nullable: true }) releasedAt!: string | null;
}
