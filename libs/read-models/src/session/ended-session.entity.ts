import { Entity, PrimaryColumn } from 'typeorm';

/** A session whose tokens are good no more, though they have not expired. */
@Entity({ schema: 'read_v1', name: 'ended_session' })
export class EndedSessionRow {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' }) sessionId!: string;
}
