import type { ClientBase } from 'pg';

// Exactly the ids that were acknowledged, never "up to the highest". What another relay deleted first is not counted
// again, nor is what an operator sent once more.
const sql = `
WITH gone AS (DELETE FROM outbox WHERE id = ANY($1::bigint[]) RETURNING position, republished),
counted AS (
  SELECT events.topic, events.partition, count(*) AS count
  FROM gone JOIN events USING (position) WHERE NOT republished
  GROUP BY events.topic, events.partition
)
INSERT INTO relayed (topic, partition, count) SELECT topic, partition, count FROM counted
ON CONFLICT (topic, partition) DO UPDATE SET count = relayed.count + excluded.count`;

/** Removes acknowledged events from the outbox and counts them for the watermarks, in one statement. */
export async function deleteRelayed(client: ClientBase, outboxIds: string[]): Promise<void> {
  await client.query({ name: 'delete-relayed', text: sql, values: [outboxIds] });
}
