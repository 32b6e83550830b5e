import { Entity, PrimaryColumn } from 'typeorm';

/** A session whose tokens are no longer valid, though they have not expired. */
@Entity({ name: 'ended_session' })
export class EndedSessionRow {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' }) sessionId!: string;
}
