import type { ClientBase } from 'pg';

// Deletes exactly the acknowledged ids, never "up to the highest". Counts only rows that it deletes itself and that are
// live: a row that another relay deleted first, or that an operator republished, was counted before.
const sql = `
WITH gone AS (DELETE FROM outbox WHERE id = ANY($1::bigint[]) RETURNING position, republished),
counted AS (
  SELECT events.topic, events.partition, count(*) AS count
  FROM gone JOIN events USING (position) WHERE NOT republished
  GROUP BY events.topic, events.partition
)
INSERT INTO relayed (topic, partition, count) SELECT topic, partition, count FROM counted
ON CONFLICT (topic, partition) DO UPDATE SET count = relayed.count + excluded.count`;

/** Removes acknowledged events from the outbox and adds them to the counts of the sequence check, in one statement. */
export async function deleteRelayed(client: ClientBase, outboxIds: string[]): Promise<void> {
  await client.query({ name: 'delete-relayed', text: sql, values: [outboxIds] });
}
