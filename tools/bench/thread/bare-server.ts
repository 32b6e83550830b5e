import { fastify } from 'fastify';
import pg from 'pg';
import { rowToComment, type Row } from './row-to-comment.js';

const text = `
SELECT comment_id, parent_id, comment.person_id, comment.kind, comment.name, comment.website, comment.body,
       comment.body_html, comment.format, posted_at, linked_to
FROM read_v1.article_page AS page JOIN read_v1.comment_thread AS comment USING (article_id)
LEFT JOIN read_v1.commenter AS person ON person.person_id = comment.person_id
WHERE page.slug = $1 AND comment.held_because IS NULL
ORDER BY posted_at, comment_id`;

/** The reference, a process of its own: bare Fastify and pg, one prepared query, `JSON.stringify`. Prints where it listens. */
const pool = new pg.Pool({ connectionString: process.env['READ_DATABASE_URL'], max: 16 });
const server = fastify();
server.get<{ Params: { slug: string } }>('/api/articles/:slug/comments', async (request, reply) => {
  const { rows } = await pool.query<Row>({ name: 'thread', text, values: [request.params.slug] });
  return reply.type('application/json; charset=utf-8').send(JSON.stringify({ comments: rows.map(rowToComment) }));
});
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
