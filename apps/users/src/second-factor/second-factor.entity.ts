import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The second factor of an account: the secret it shares with an app. */
@Entity({ name: 'second_factors' })
export class SecondFactorRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  /** The secret, under the person's key: erasing them destroys it. */
  @Column({ type: 'text' }) sealed!: string;
  /** Null until the first code: the account does not need it yet. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: string | null;
  /** The time step of the last code that was taken: no code of this step or an earlier one is taken again. */
  @Column({ name: 'last_step', type: 'bigint', nullable: true }) lastStep!: string | null;
}
