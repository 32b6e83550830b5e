import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of a calendar month (`2026-11`). A destroyed key leaves its row, so that it is never created again. */
@Entity({ name: 'month_keys' })
@Check('month_keys_check', '(wrapped IS NULL) = (destroyed_at IS NOT NULL)')
export class MonthKeyRow {
  @PrimaryColumn({ type: 'text' }) month!: string;
  @Column({ type: 'bytea', nullable: true }) wrapped!: Buffer | null;
  /** Which of the installation's keys wraps it. */
  @Column({ name: 'wrapped_under', type: 'text' }) wrappedUnder!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: string;
  @Column({ name: 'destroyed_at', type: 'timestamptz', nullable: true }) destroyedAt!: string | null;
}
