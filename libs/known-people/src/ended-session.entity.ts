import { Entity, PrimaryColumn } from 'typeorm';

/** A session whose tokens are no longer valid. */
@Entity({ name: 'ended_session' })
export class EndedSessionRow {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' }) sessionId!: string;
}
