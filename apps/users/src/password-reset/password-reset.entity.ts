import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The link by which the account with an e-mail gets another password. Its token is derived from the id and stored nowhere.
 * A request has a row whether anybody has the e-mail or not, so that the request itself does not find out.
 */
@Entity({ name: 'password_resets' })
@Index('password_resets_mail_due', ['mailDueAt'], { where: 'mail_due_at IS NOT NULL' })
export class PasswordResetRow {
  /** Keyed, as in `reservations`: one row for each e-mail, so that another link replaces the one before. */
  @PrimaryColumn({ name: 'email_hash', type: 'text' }) emailHash!: string;
  @Index('password_resets_id', { unique: true })
  @Column({ type: 'uuid' })
  id!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: string;
  /** It is kept until it expires, so that a repeated command gets its answer. */
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: string | null;
  /** When the mail is sent, or tried again; null if there is none to send. */
  @Column({ name: 'mail_due_at', type: 'timestamptz', nullable: true }) mailDueAt!: string | null;
}
