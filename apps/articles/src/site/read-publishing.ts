import type { Publishing } from '#contracts/site/site.events.js';
import type { ClientBase } from 'pg';

const sql = `SELECT publishing FROM site_rules`;

/** Who may publish: editors, unless the site has said otherwise. */
export async function readPublishing(client: ClientBase): Promise<Publishing> {
  const { rows } = await client.query<{ publishing: Publishing }>({ name: 'read-publishing', text: sql });
  return rows[0]?.publishing ?? 'editors';
}
