import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A session of an account: the authoritative record of whether its tokens are valid. */
@Entity({ name: 'sessions' })
@Index('sessions_of_person', ['personId'])
@Index('sessions_going_on', ['personId', 'expiresAt'], { where: 'ended_at IS NULL' })
@Index('sessions_expiring', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: string;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: string | null;
}
