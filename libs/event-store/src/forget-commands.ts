import type { ClientBase } from 'pg';

const sql = `DELETE FROM commands WHERE recorded_at < now() - make_interval(days => $1)`;

/** Drops the answers of commands older than `days`: nobody repeats those any more. */
export async function forgetCommands(client: ClientBase, days = 7): Promise<void> {
  await client.query(sql, [days]);
}
