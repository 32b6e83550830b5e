import type { Publishing } from '#contracts/site/site.events.js';
import type { ClientBase } from 'pg';

const sql = `
INSERT INTO site_rules (id, publishing) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET publishing = excluded.publishing`;

/** Stores who may publish, with the event that says so. */
export async function savePublishing(client: ClientBase, publishing: Publishing): Promise<void> {
  await client.query({ name: 'save-publishing', text: sql, values: [publishing] });
}
