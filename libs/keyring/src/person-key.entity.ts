import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of a person. A destroyed key leaves its row, so that it is never created again. */
@Entity({ name: 'person_keys' })
@Check('person_keys_check', '(wrapped IS NULL) = (destroyed_at IS NOT NULL)')
export class PersonKeyRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'bytea', nullable: true }) wrapped!: Buffer | null;
  /** Which of the installation's keys wraps it. */
  @Column({ name: 'wrapped_under', type: 'text' }) wrappedUnder!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: string;
  @Column({ name: 'destroyed_at', type: 'timestamptz', nullable: true }) destroyedAt!: string | null;
}
