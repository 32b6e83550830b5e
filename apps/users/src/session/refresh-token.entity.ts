import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SessionRow } from './session.entity.js';

/** A refresh token by its keyed hash; it is deleted with its session. */
@Entity({ name: 'refresh_tokens' })
export class RefreshTokenRow {
  @PrimaryColumn({ type: 'text' }) hash!: string;
  @Index('refresh_tokens_of_session')
  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;
  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'refresh_tokens_session_id_fkey' })
  session?: SessionRow;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: string | null;
}
