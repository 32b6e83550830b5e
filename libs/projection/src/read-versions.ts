import type { ClientBase, Pool } from 'pg';

/** The stored version of each of the streams; unknown streams are left out. */
export async function readVersions(
  client: ClientBase | Pool,
  schema: string,
  streams: string[],
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ stream: string; version: number }>(
    `SELECT stream, version FROM ${schema}.stream_progress WHERE stream = ANY($1)`,
    [streams],
  );
  return new Map(rows.map(({ stream, version }) => [stream, version]));
}
