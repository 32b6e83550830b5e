import type { ClientBase } from 'pg';

const sql = `SELECT nextval('comment_numbers')::text AS number FROM generate_series(1, $1)`;

/** Fresh comment numbers in rising order. */
export async function nextCommentNumbers(client: ClientBase, count: number): Promise<number[]> {
  const { rows } = await client.query<{ number: string }>({ name: 'next-comment-numbers', text: sql, values: [count] });
  return rows.map(({ number }) => Number(number));
}
