import { authorSql, type CommentNames } from '#read-models/comment-thread/author.sql.js';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import { beginningOfText } from '#rendering/beginning-of-text.js';
import type { Pool } from 'pg';
import type { Parent } from './comment.answers.js';
import { guestMark } from './guest-mark.js';
import { nobody } from './present-comment.js';
import { maxExcerpt, maxHtmlOfExcerpt } from './thread-limits.js';

/** Parents whose HTML is held at once. */
const atOnce = 50;

const sqlOf = (names: CommentNames) => {
  const { id, kind, name, joins } = authorSql(names);
  return `
SELECT comment.comment_id::float8 AS id, ${id} AS "personId", ${kind} AS kind, ${name} AS name,
       left(comment.body_html, ${maxHtmlOfExcerpt}) AS html,
       comment.deleted
FROM ${currentComments} AS comment ${joins}
WHERE comment.comment_id = ANY($1::bigint[]) AND comment.shown
ORDER BY array_position($1::bigint[], comment.comment_id)`;
};

interface Row {
  id: number;
  personId: string;
  kind: 'guest' | 'account';
  name: string;
  html: string;
  deleted: boolean;
}

/** Who wrote these comments, and their first words, in the order of the ids; those that are shown. */
export async function readParents(pool: Pool, ids: readonly string[], names: CommentNames): Promise<Parent[]> {
  const parents: Parent[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const query = { name: `read-parents-${names}`, text: sqlOf(names), values: [ids.slice(at, at + atOnce)] };
    const { rows } = await pool.query<Row>(query);
    parents.push(...rows.map(present));
  }
  return parents;
}

function present({ id, personId, kind, name, html, deleted }: Row): Parent {
  const mark = kind === 'guest' ? guestMark(personId) : undefined;
  const author = deleted
    ? { username: nobody.username, kind: nobody.kind, id: nobody.id }
    : { username: name, kind, id: personId, mark };
  return { id, author, excerpt: beginningOfText(html, maxExcerpt) };
}
