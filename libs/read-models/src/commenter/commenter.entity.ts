import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Sanctions } from '#contracts/people/standing.js';
import { isStaffSql } from './staff-role.sql.js';

/** One person's own data. The e-mail is shown only to themselves. */
@Entity({ name: 'commenter' })
@Index('commenter_linked', ['personId', 'linkedTo'], { where: 'linked_to IS NOT NULL' })
@Index('commenter_staff', ['personId'], { where: isStaffSql('roles') })
export class CommenterRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) kind!: 'guest' | 'account' | 'erased';
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) email!: string | null;
  @Column({ type: 'text', nullable: true }) website!: string | null;
  /** The result of {@link caseFoldedName}; only accounts are found by their name. */
  @Index('commenter_by_folded_name', { type: 'hash', where: "kind = 'account'" })
  @Column({ name: 'folded_name', type: 'text', nullable: true })
  foldedName!: string | null;
  @Column({ type: 'text', nullable: true }) bio!: string | null;
  /** The address as it was entered; whoever shows it must not trust it. */
  @Column({ type: 'text', nullable: true }) image!: string | null;
  @Column({ type: 'jsonb' }) roles!: string[];
  @Column({ name: 'second_factor', type: 'boolean', default: false }) hasSecondFactor!: boolean;
  @Column({ type: 'jsonb', default: {} }) sanctions!: Sanctions;
  /** The nick, which replaces their own name under comments. */
  @Column({ type: 'text', nullable: true }) nick!: string | null;
  /** The account that a guest is linked to. */
  @Index('commenter_linked_to', { where: 'linked_to IS NOT NULL' })
  @Column({ name: 'linked_to', type: 'uuid', nullable: true })
  linkedTo!: string | null;
  @Column({ name: 'erasure_due_at', type: 'timestamptz', nullable: true }) erasureDueAt!: string | null;
}
