import type { ClientBase, Pool } from 'pg';

/** How far each of the streams has come; those never heard of are left out. */
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
