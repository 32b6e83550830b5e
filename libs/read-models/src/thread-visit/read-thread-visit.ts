import type { Queryable } from '#postgres/shared-connection.js';
import { articleBySlug } from '../article-page/article-by-slug.sql.js';

const sql = `
SELECT up_to AS "upTo" FROM thread_visit JOIN ${articleBySlug('$1')} AS page USING (article_id) WHERE person_id = $2`;

/** Up to when an account has seen the thread of an article; undefined before its first visit. */
export async function readThreadVisit(
  connection: Queryable,
  slug: string,
  personId: string,
): Promise<Date | undefined> {
  const query = { name: 'read-thread-visit', text: sql, values: [slug, personId] };
  return (await connection.query<{ upTo: Date }>(query)).rows[0]?.upTo;
}
