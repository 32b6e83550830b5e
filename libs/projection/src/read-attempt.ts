import type { Pool } from 'pg';
import type { Attempt } from './attempt.js';

interface Row {
  next_offset: string;
  first_offset: string | null;
  suspect_until: string;
  alone: boolean;
  ends: number;
  attempted_by: string;
}

/** The partition's checkpoint, and the attempts from there on that were not stored. */
export async function readAttempt(
  pool: Pool,
  schema: string,
  topic: string,
  partition: number,
): Promise<{ nextOffset: bigint; attempt?: Attempt }> {
  const { rows } = await pool.query<Row>(
    `SELECT coalesce(next_offset, 0)::text AS next_offset, first_offset, suspect_until, alone, ends, attempted_by
     FROM (VALUES ($1::text, $2::integer)) AS wanted (topic, partition)
     LEFT JOIN ${schema}.checkpoint USING (topic, partition)
     LEFT JOIN ${schema}.attempt USING (topic, partition)`,
    [topic, partition],
  );
  const [row] = rows;
  const nextOffset = BigInt(row?.next_offset ?? 0);
  if (row?.first_offset == null || BigInt(row.first_offset) < nextOffset) return { nextOffset };
  const { alone, ends, attempted_by: attemptedBy } = row;
  const [firstOffset, suspectUntil] = [BigInt(row.first_offset), BigInt(row.suspect_until)];
  return { nextOffset, attempt: { topic, partition, firstOffset, suspectUntil, alone, ends, attemptedBy } };
}
