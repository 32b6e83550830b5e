import type { ClientBase, Pool } from 'pg';

export interface StoredState<State> {
  /** How many of the stream's events the state includes. */
  version: number;
  /** Null at version 0. */
  state: State | null;
  /** How many events the stream has. */
  newest: number;
}

// The newest version is the last entry in the index of versions, however long the stream is.
const sql = `
SELECT coalesce(kept.version, 0) AS version, kept.state,
       coalesce((SELECT max(version) FROM events WHERE stream = $1), 0) AS newest
FROM (SELECT) AS one LEFT JOIN stream_states AS kept ON kept.stream = $1 AND kept.fold = $2`;

/** The stored state of a stream, and whether it includes all events. */
export async function loadState<State>(
  client: ClientBase | Pool,
  stream: string,
  fold: string,
): Promise<StoredState<State>> {
  const { rows } = await client.query<StoredState<State>>({ name: 'load-state', text: sql, values: [stream, fold] });
  return rows[0] as StoredState<State>;
}
