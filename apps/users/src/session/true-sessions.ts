import { answerCommand } from '#service/commands/answer-command.js';
import type { Sessions } from '#service/sessions.js';
import type { Caller } from '#service/tokens.js';
import type { Pool } from 'pg';

const sql = `
SELECT FROM sessions WHERE id = $1 AND person_id = $2 AND ended_at IS NULL AND expires_at > now()`;

/** Sessions as they are: what the other processes know of them comes from here. A guest's credential is no session. */
export class TrueSessions implements Sessions {
  constructor(private readonly pool: Pool) {}

  async hasEnded({ kind, sessionId, personId }: Caller): Promise<boolean> {
    if (kind === 'guest') return false;
    const values = [sessionId, personId];
    const query = () => this.pool.query({ name: 'has-session', text: sql, values });
    return (await answerCommand(query)).rowCount === 0;
  }
}
