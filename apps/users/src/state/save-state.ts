import type { ClientBase } from 'pg';

// Never replaces a newer state by an older one.
const sql = `
INSERT INTO stream_states (stream, fold, version, state) VALUES ($1, $2, $3, $4)
ON CONFLICT (stream, fold) DO UPDATE SET version = excluded.version, state = excluded.state
WHERE stream_states.version < excluded.version`;

export interface StateToStore {
  stream: string;
  fold: string;
  version: number;
  state: unknown;
}

/** Stores the state of a stream, in the transaction of the events that led to it. */
export async function saveState(client: ClientBase, { stream, fold, version, state }: StateToStore): Promise<void> {
  await client.query({ name: 'save-state', text: sql, values: [stream, fold, version, JSON.stringify(state)] });
}
