import type { ClientBase } from 'pg';
import type { EndedSessionRow } from './ended-session.entity.js';

const sql = `INSERT INTO ended_session (session_id) SELECT * FROM unnest($1::uuid[]) ON CONFLICT DO NOTHING`;

export async function saveEndedSessions(client: ClientBase, rows: EndedSessionRow[]): Promise<void> {
  await client.query({ name: 'save-ended-sessions', text: sql, values: [rows.map(({ sessionId }) => sessionId)] });
}
