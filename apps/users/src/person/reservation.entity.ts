import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A name or an e-mail that a person holds, by its keyed hash. */
@Entity({ name: 'reservations' })
export class ReservationRow {
  @PrimaryColumn({ type: 'text' }) kind!: string;
  @PrimaryColumn({ type: 'text' }) hash!: string;
  @Index('reservations_of_person')
  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;
  /** When it was released; it is still reserved for its last holder. */
  @Column({ name: 'released_at', type: 'timestamptz', nullable: true }) releasedAt!: string | null;
}
