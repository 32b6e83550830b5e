import type { ClientBase } from 'pg';

// Never an older state over a newer one.
const sql = `
INSERT INTO stream_states (stream, fold, version, state) VALUES ($1, $2, $3, $4)
ON CONFLICT (stream, fold) DO UPDATE SET version = excluded.version, state = excluded.state
WHERE stream_states.version < excluded.version`;

export interface StateToKeep {
  stream: string;
  fold: string;
  version: number;
  state: unknown;
}

/** Keeps what a stream has come to; in the transaction of the events that led there. */
export async function saveState(client: ClientBase, { stream, fold, version, state }: StateToKeep): Promise<void> {
  await client.query({ name: 'save-state', text: sql, values: [stream, fold, version, JSON.stringify(state)] });
}
