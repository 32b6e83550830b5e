import type { Pool } from 'pg';
import { beginOfBlocks, blockDays, kindMark, newestBlocks, personMark, sectionMark } from './marks.js';

/** The newest matches, which are ranked; older ones are not found. */
export const maxMatchesRanked = 2_000;
/** The newest matches that are looked at where only those of a section are wanted. */
export const maxMatchesOfSection = 4_000;

export interface WantedDocuments {
  kind?: 'article' | 'comment' | undefined;
  sectionId?: string | undefined;
  /** Those of any of them. */
  personIds?: readonly string[] | undefined;
  /** ISO 8601: from this moment on, and before that one. */
  from?: string | undefined;
  before?: string | undefined;
}

export interface Match {
  articleId: string;
  /** 0: the article. */
  commentId: number;
}

export interface Matches {
  /** The best first. */
  matches: Match[];
  /** Of those that were ranked. */
  total: number;
  /** Whether there may be older ones, which were not looked at. */
  hasOlder: boolean;
}

const sqlIsOfSection = `WHERE EXISTS (SELECT FROM article_page AS page
    WHERE page.article_id = looked_at.article_id AND page.section_id = $7)`;

// Postgres does not know the parameters when it plans, so it always goes by the index of words. What of a match is sorted
// is bounded by the blocks of time.
const sqlOf = (ofSection: boolean) => `
WITH looked_at AS (
  SELECT article_id, comment_id, at, words FROM search_document
  WHERE words @@ $1::tsquery AND at >= $3 AND at < $4
  ORDER BY at DESC, article_id DESC, comment_id DESC LIMIT ${ofSection ? maxMatchesOfSection : maxMatchesRanked}
), newest AS (
  SELECT * FROM looked_at ${ofSection ? sqlIsOfSection : ''}
  ORDER BY at DESC, article_id DESC, comment_id DESC LIMIT ${maxMatchesRanked}
), best AS (
  SELECT article_id, comment_id, row_number() OVER (
    ORDER BY ts_rank(words, $2::tsquery, 1) DESC, at DESC, article_id DESC, comment_id DESC) AS place
  FROM newest
)
SELECT (SELECT count(*)::int FROM looked_at) AS "lookedAt", (SELECT count(*)::int FROM newest) AS total,
       article_id AS "articleId", comment_id::float8 AS "commentId"
FROM (SELECT) AS one LEFT JOIN LATERAL (SELECT * FROM best WHERE place > $6 ORDER BY place LIMIT $5) AS page ON true
ORDER BY place`;

interface Row {
  articleId: string | null;
  commentId: number;
  lookedAt: number;
  total: number;
}

/**
 * The matches of a search, the best of the newest first. It looks at the newest blocks of time, and at four times as much
 * until it has enough: a common word costs its newest matches alone, a rare one a few look-ups in the index.
 * @param query a tsquery that names at least one word. @param now milliseconds.
 */
export async function readSearchMatches(
  pool: Pool,
  { query, limit, offset }: { query: string; limit: number; offset: number },
  wanted: WantedDocuments,
  now = Date.now(),
): Promise<Matches> {
  const { from = '-infinity', before = 'infinity', sectionId } = wanted;
  const ofSection = sectionId === undefined ? [] : [sectionId];
  const most = sectionId === undefined ? maxMatchesRanked : maxMatchesOfSection;
  const marks = marksOf(wanted);
  const newest = Math.min(wanted.before === undefined ? now : Date.parse(wanted.before), now);
  for (const days of [...blockDays, undefined]) {
    const blocks = days === undefined ? [] : [newestBlocks(days, newest)];
    const { rows } = await pool.query<Row>({
      name: `read-search-matches${ofSection.length > 0 ? '-of-section' : ''}`,
      text: sqlOf(ofSection.length > 0),
      values: [[`(${query})`, ...marks, ...blocks].join(' & '), query, from, before, limit, offset, ...ofSection],
    });
    const { lookedAt = 0, total = 0 } = rows[0] ?? {};
    const isEnough = lookedAt >= most || total >= maxMatchesRanked;
    const isAll = days === undefined || beginOfBlocks(days, newest) <= Date.parse(from);
    if (!isEnough && !isAll) continue;
    // A page behind the last match has one row, without a match.
    const matches = rows.flatMap(({ articleId, commentId }) => (articleId === null ? [] : [{ articleId, commentId }]));
    return { matches, total, hasOlder: isEnough };
  }
  throw new Error('unreachable');
}

function marksOf({ kind, sectionId, personIds }: WantedDocuments): string[] {
  const quoted = (mark: string) => `'${mark}'`;
  return [
    ...(kind === undefined ? [] : [quoted(kindMark[kind])]),
    // Comments are of the section of their article, which is looked up.
    ...(sectionId === undefined ? [] : [`('${sectionMark(sectionId)}' | '${kindMark.comment}')`]),
    ...(personIds === undefined ? [] : [`(${personIds.map((id) => quoted(personMark(id))).join(' | ')})`]),
  ];
}
