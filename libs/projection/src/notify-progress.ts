import type { ClientBase } from 'pg';

const mostBytes = 7_000;

/** The channel on which a set's new versions are told. */
export const progressChannel = (schema: string) => `progress_${schema}`;

/** Tells waiting readers the new versions, `stream:version,…`, or `*` when they are too many for one notification. */
export async function notifyProgress(client: ClientBase, schema: string, progress: Map<string, number>): Promise<void> {
  if (progress.size === 0) return;
  const list = progress.size > 150 ? '*' : [...progress].map(([stream, version]) => `${stream}:${version}`).join(',');
  await client.query(`SELECT pg_notify($1, $2)`, [progressChannel(schema), list.length > mostBytes ? '*' : list]);
}
