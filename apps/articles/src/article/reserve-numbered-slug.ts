import type { ClientBase } from 'pg';

const isTaken = (number: string) => `EXISTS (SELECT FROM slugs WHERE slug = $1 || '-' || ${number})`;

// Finds a free number after a taken one: it doubles the number until one is free, then bisects between the last two. For
// 100,000 numbers it reads 34, each by the primary key.
const sql = `
WITH RECURSIVE doubling (taken, next) AS (
  SELECT 1::bigint, 2::bigint
  UNION ALL
  SELECT next, next * 2 FROM doubling WHERE next < 1::bigint << 40 AND ${isTaken('next')}
), halving (taken, free) AS (
  (SELECT taken, next FROM doubling ORDER BY next DESC LIMIT 1)
  UNION ALL
  SELECT CASE WHEN is_taken THEN middle ELSE taken END, CASE WHEN is_taken THEN free ELSE middle END
  FROM halving
  CROSS JOIN LATERAL (SELECT (taken + free) / 2 AS middle) AS between_them
  CROSS JOIN LATERAL (SELECT ${isTaken('middle')} AS is_taken) AS looked
  WHERE free - taken > 1
)
INSERT INTO slugs (slug, article_id) SELECT $1 || '-' || min(free), $2 FROM halving
ON CONFLICT DO NOTHING RETURNING slug`;

/** Reserves the taken slug with a number appended. @returns undefined if another transaction took that number meanwhile. */
export async function reserveNumberedSlug(
  client: ClientBase,
  wanted: string,
  articleId: string,
): Promise<string | undefined> {
  const query = { name: 'reserve-numbered-slug', text: sql, values: [wanted, articleId] };
  const { rows } = await client.query<{ slug: string }>(query);
  return rows[0]?.slug;
}
