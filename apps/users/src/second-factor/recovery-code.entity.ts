import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SecondFactorRow } from './second-factor.entity.js';

/** An unused recovery code by its keyed hash; it is deleted when it is used, and with the second factor. */
@Entity({ name: 'recovery_codes' })
export class RecoveryCodeRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @PrimaryColumn({ type: 'text' }) hash!: string;
  @ManyToOne(() => SecondFactorRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'recovery_codes_person_id_fkey' })
  secondFactor?: SecondFactorRow;
}
