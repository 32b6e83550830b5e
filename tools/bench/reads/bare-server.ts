import { searchPathOf } from '#postgres/search-path.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { fastify, type FastifyReply } from 'fastify';
import pg from 'pg';
import {
  articleSql,
  frontPageSql,
  rowToArticle,
  rowToListed,
  type ArticleRow,
  type ListedRow,
} from './bare-articles.js';
import { rowToComment, threadSql, type CommentRow } from './bare-thread.js';

/** The reference, a process of its own: bare Fastify and pg, prepared queries, `JSON.stringify`. Prints where it listens. */
const options = searchPathOf(defaultReadSet);
const pool = new pg.Pool({ connectionString: process.env['READ_DATABASE_URL'], max: 16, options });
const server = fastify();
const send = (reply: FastifyReply, answer: unknown) =>
  reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));

server.get('/api/articles', async (_request, reply) => {
  const [page, total] = await Promise.all([
    pool.query<ListedRow>({ name: 'front-page', text: frontPageSql.page, values: [20] }),
    pool.query<{ total: number }>({ name: 'total', text: frontPageSql.total }),
  ]);
  return send(reply, { articles: page.rows.map(rowToListed), articlesCount: total.rows[0]?.total });
});
server.get<{ Params: { slug: string } }>('/api/articles/:slug', async (request, reply) => {
  const { rows } = await pool.query<ArticleRow>({ name: 'article', text: articleSql, values: [request.params.slug] });
  return send(reply, { article: rows.map(rowToArticle)[0] });
});
server.get<{ Params: { slug: string } }>('/api/articles/:slug/comments', async (request, reply) => {
  const { rows } = await pool.query<CommentRow>({ name: 'thread', text: threadSql, values: [request.params.slug] });
  return send(reply, { comments: rows.map(rowToComment) });
});
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
