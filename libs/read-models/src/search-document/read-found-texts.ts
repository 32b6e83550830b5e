import type { Pool } from 'pg';
import { authorSql, type CommentNames } from '../comment-thread/author.sql.js';
import type { Match } from './read-search-matches.js';

/** Characters of each text's HTML that are read for an excerpt. */
export const maxHtmlOfFound = 20_000;
/** Words of a text that are told as matching. */
export const maxWordsMarked = 200;

export interface FoundText {
  articleId: string;
  slug: string;
  title: string;
  /** 0: the article itself. */
  commentId: number;
  /** Null while the author is not projected, and once they are erased. */
  authorId: string | null;
  authorKind: 'guest' | 'account';
  authorName: string;
  at: Date;
  /** Its beginning. */
  html: string;
  /** Which words of its body match; the first is 1. */
  matching: number[];
}

// Words of the body have the weight D; those of the title are counted behind its last word that is no stop word.
const sqlOf = (names: CommentNames) => {
  const { joins, id, kind, name } = authorSql(names);
  return `
SELECT page.article_id AS "articleId", page.slug, page.title, wanted.comment_id::float8 AS "commentId",
  CASE WHEN wanted.comment_id <> 0 THEN ${id} WHEN writer.kind <> 'erased' THEN writer.person_id END AS "authorId",
  CASE WHEN wanted.comment_id <> 0 THEN ${kind} ELSE 'account' END AS "authorKind",
  CASE WHEN wanted.comment_id <> 0 THEN ${name} ELSE coalesce(writer.name, '') END AS "authorName",
  coalesce(comment.posted_at, page.published_at) AS at,
  CASE WHEN wanted.comment_id <> 0 THEN comment.html ELSE left(page.body_html, ${maxHtmlOfFound}) END AS html,
  ARRAY(SELECT position FROM unnest(document.words) AS word (lexeme, positions, weights),
          unnest(positions, weights) AS place (position, weight)
        WHERE lexeme = ANY($3::text[]) AND weight = 'D' ORDER BY position LIMIT ${maxWordsMarked}) AS matching
FROM unnest($1::uuid[], $2::bigint[]) WITH ORDINALITY AS wanted (article_id, comment_id, place)
JOIN search_document AS document ON document.article_id = wanted.article_id AND document.comment_id = wanted.comment_id
JOIN article_page AS page ON page.article_id = wanted.article_id
LEFT JOIN LATERAL (
  SELECT state.comment_id, person_id, kind, posted_at, name, left(body_html, ${maxHtmlOfFound}) AS html
  FROM comment_state AS state JOIN comment_text AS text ON text.comment_id = state.comment_id AND text.version = state.version
  WHERE state.comment_id = wanted.comment_id AND shown AND NOT deleted LIMIT 1) AS comment ON true
${joins}
LEFT JOIN commenter AS writer ON writer.person_id = page.author_id
WHERE wanted.comment_id = 0 OR comment.comment_id IS NOT NULL
ORDER BY place`;
};

/** What was found, as it is shown now; what is not any more is left out. */
export async function readFoundTexts(
  pool: Pool,
  matches: readonly Match[],
  stems: readonly string[],
  names: CommentNames,
): Promise<FoundText[]> {
  const { rows } = await pool.query<FoundText>({
    name: `read-found-texts-${names}`,
    text: sqlOf(names),
    values: [matches.map(({ articleId }) => articleId), matches.map(({ commentId }) => commentId), stems],
  });
  return rows;
}
