import type { ClientBase } from 'pg';
import type { StoredState } from './load-state.js';

const sqlClaim = `
INSERT INTO stream_states (stream, fold, version) VALUES ($1, $2, 0) ON CONFLICT (stream, fold) DO NOTHING`;

const sqlLock = `
SELECT version, state, coalesce((SELECT max(version) FROM events WHERE stream = $1), 0) AS newest
FROM stream_states WHERE stream = $1 AND fold = $2 FOR NO KEY UPDATE`;

/**
 * The stored state of a stream, locked until the transaction ends; created if it is missing. Take this lock before all
 * others: every decision on a stream does, so that none deadlock.
 */
export async function lockState<State>(client: ClientBase, stream: string, fold: string): Promise<StoredState<State>> {
  const query = { name: 'lock-state', text: sqlLock, values: [stream, fold] };
  for (;;) {
    const { rows } = await client.query<StoredState<State>>(query);
    if (rows[0]) return rows[0];
    await client.query({ name: 'claim-state', text: sqlClaim, values: [stream, fold] });
  }
}
